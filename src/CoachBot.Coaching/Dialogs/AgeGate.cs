using CoachBot.Coaching.Language;

namespace CoachBot.Coaching.Dialogs;

/// <summary>A runner under 18 goes on only with a guardian's consent, and then with the rules for minors (evidence C18).</summary>
internal static class AgeGate
{
    public static bool IsClosed(CoachTurn turn) => turn.Runner.Guardian is Guardian.Asked or Guardian.Refuses || JustNoticed(turn);

    /// <summary>Asks, or takes the answer. True when the way is open.</summary>
    public static async Task<bool> AskAsync(CoachTurn turn, CancellationToken cancellationToken)
    {
        var answer = JustNoticed(turn) ? Intent.Unknown : turn.Understand(turn.Text, DialogStep.Confirm).Intent;
        switch (answer)
        {
            case Intent.Yes:
                turn.Runner = turn.Runner with { Guardian = Guardian.Agrees };
                turn.Preface(turn.Voice.Say("minor.yes"));
                return true;
            case Intent.No:
                turn.Memory = turn.Memory with { CheckIn = null, Asked = null, Misses = 0 };
                turn.Runner = new RunnerRecord { Language = turn.Runner.Language, Guardian = Guardian.Refuses };
                await turn.SendAsync(turn.Voice.Say("minor.no"), cancellationToken);
                return false;
            default:
                await AskAgainAsync(turn, cancellationToken);
                return false;
        }
    }

    private static Task AskAgainAsync(CoachTurn turn, CancellationToken cancellationToken)
    {
        var key = turn.Runner.Guardian switch { Guardian.Noticed => "minor.ask", Guardian.Refuses => "minor.held", _ => "minor.expect" };
        if (turn.Runner.Guardian == Guardian.Noticed)
            turn.Runner = turn.Runner with { Guardian = Guardian.Asked };
        return turn.SendAsync(
            turn.Voice.Say(key),
            [QuestionButtons.Plain(turn.Voice, "button.yes"), QuestionButtons.Plain(turn.Voice, "button.no")],
            cancellationToken);
    }

    private static bool JustNoticed(CoachTurn turn) => turn.Runner.Guardian == Guardian.Noticed;
}
