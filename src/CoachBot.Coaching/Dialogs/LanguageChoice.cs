using CoachBot.Coaching.Language;

namespace CoachBot.Coaching.Dialogs;

/// <summary>Follows the language a runner writes in, until they choose one.</summary>
internal static class LanguageChoice
{
    /// <summary>Fewer words ("10 km easy") are the same in several languages and change nothing.</summary>
    private const int WordsThatTell = 3;

    public static void Follow(CoachTurn turn)
    {
        if (turn.Runner.Language is not null || Words(turn.Text) < WordsThatTell || turn.Input.IsLong)
            return;

        var said = turn.Understand(turn.Text, turn.Asked?.Step ?? DialogStep.Any);
        if (said.Language != turn.Language && said.Intent != Intent.Unknown)
            turn.Memory = turn.Memory with { Language = said.Language };
    }

    private static int Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => word.Count(char.IsLetter) > 1);
}
