using CoachBot.Coaching.Language;
using CoachBot.Recovery;

namespace CoachBot.Coaching.Dialogs;

/// <summary>What was said in a way that leaves room: two commands in one word, and a range in place of a number.</summary>
internal static class Doubts
{
    private const double FastestMinPerKm = 2;
    private static readonly Intent[] Told = [Intent.Cancel, Intent.StopReminder];

    /// <summary>"stop" may mean the check-in or the reminders. Each button says one of them in words that leave no doubt.</summary>
    public static IReadOnlyList<Button> Choices(CoachTurn turn)
    {
        Intent[] readings = [turn.Said.Intent, .. turn.Said.IntentAlternatives];
        return turn.Said.IntentAlternatives.Count == 0 || !readings.All(Told.Contains)
            ? []
            : [.. Told.Where(readings.Contains).Select(intent => Button(turn, intent))];
    }

    /// <summary>"5-6h" is taken as 5.5, and that is said; null where no range was told.</summary>
    public static string? Middle(CoachTurn turn)
    {
        var said = turn.Said;
        var told = new[] { said.SleepHours, said.DistanceKm, said.Rpe, said.Soreness }.FirstOrDefault(slot => slot is { Range: not null });
        return told is null ? null : turn.Voice.Say("range.middle", ("range", turn.Text.Substring(told.Start, told.Length)), ("value", Math.Round(Shown(turn, told), 1)));
    }

    /// <summary>Nobody runs that far in that time, so one of the two was read or typed wrong.</summary>
    public static bool IsTooFast(CheckInAnswers answers) =>
        answers is { DistanceKm: > 0 and var km, DurationMin: { } minutes, Kind: not (SessionKind.Cross or SessionKind.Strength) } && minutes / km < FastestMinPerKm;

    /// <summary>In the unit the runner used.</summary>
    private static double Shown(CoachTurn turn, Slot<double> told) =>
        told == turn.Said.DistanceKm && turn.Said.DistanceUnitSaid == DistanceUnit.Mile ? told.Value / Facts.KmPerMile : told.Value;

    private static Button Button(CoachTurn turn, Intent intent)
    {
        var words = turn.Voice.Say(intent == Intent.Cancel ? "button.stop-check-in" : "button.stop-reminders");
        return new Button(words, words);
    }
}
