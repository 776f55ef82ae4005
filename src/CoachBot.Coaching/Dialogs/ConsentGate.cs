using CoachBot.Coaching.Language;
using CoachBot.Recovery;

namespace CoachBot.Coaching.Dialogs;

/// <summary>
/// Nothing a runner tells about themselves is kept before they agreed to it. Questions are answered all the same, and what
/// was told too early is taken up after a yes.
/// </summary>
internal static class ConsentGate
{
    private const string CountryOfMiles = "US";

    public static bool IsClosed(CoachTurn turn) => turn.Runner.ConsentedAt is null;

    /// <summary>Takes the answer to the question. Null when the message is none.</summary>
    public static bool? Answer(CoachTurn turn)
    {
        if (turn.Memory.Asked != Question.Consent.Name)
            return null;
        if (turn.Is("words.consent"))
            return true;
        return turn.Understand(turn.Text, DialogStep.Confirm).Intent switch { Intent.Yes => true, Intent.No => false, _ => null };
    }

    public static void Open(CoachTurn turn)
    {
        turn.Runner = turn.Runner with { ConsentedAt = turn.Now, Units = turn.Runner.Units ?? (turn.Country == CountryOfMiles ? Units.Imperial : null) };
        turn.Memory = turn.Memory with { Asked = null, Misses = 0, Refused = false };
        turn.Preface(turn.Voice.Say("consent.yes"));
    }

    public static Task RefuseAsync(CoachTurn turn, CancellationToken cancellationToken)
    {
        turn.Memory = turn.Memory with { Refused = true };
        turn.ToldBeforeConsent = null;
        return turn.SendAsync(turn.Voice.Say("consent.no"), cancellationToken);
    }

    /// <summary>Holds what was told, for as long as this process remembers it, and says so.</summary>
    public static void Hold(CoachTurn turn)
    {
        turn.ToldBeforeConsent = turn.ToldBeforeConsent is { } earlier ? $"{earlier}\n{turn.Text}" : turn.Text;
        turn.Memory = turn.Memory with { Refused = false };
        turn.Preface(turn.Voice.Say("consent.held"));
    }

    public static Task AskAsync(CoachTurn turn, CancellationToken cancellationToken)
    {
        turn.Memory = turn.Memory with { Asked = Question.Consent.Name };
        return turn.SendAsync(
            turn.Voice.Say("ask.consent"),
            [QuestionButtons.Plain(turn.Voice, "button.consent"), QuestionButtons.Plain(turn.Voice, "button.no")],
            cancellationToken);
    }
}
