using System.Globalization;
using System.Text.Json.Nodes;
using CoachBot.Coaching.Language;

namespace CoachBot.Coaching.Dialogs;

/// <summary>Reads the check-in card. A field that is empty or out of its range stays open and is asked.</summary>
internal static class CheckInForm
{
    private static readonly string[] Fields = ["run", "site", "effort", "soreness", "sleep", "sleep-quality", "energy", "stress"];

    /// <summary>Nothing was filled in.</summary>
    public static bool IsEmpty(JsonObject form) => Fields.All(field => string.IsNullOrEmpty(RunnerInput.TextOf(form, field)));

    /// <summary>What the runner filled in, as the card shows it once it was sent.</summary>
    public static IEnumerable<(string Field, string Value)> Filled(JsonObject form) => Fields
        .Select(field => (field, RunnerInput.TextOf(form, field)!)).Where(entry => !string.IsNullOrEmpty(entry.Item2));

    public static CheckInAnswers Read(JsonObject form, CoachTurn turn, CheckInAnswers known)
    {
        var answers = Told(form, "run", DialogStep.Run, turn, known);
        answers = Told(form, "site", DialogStep.Site, turn, answers);
        return answers with
        {
            Rpe = Number(form, "effort", 0, 10) ?? answers.Rpe,
            Soreness = Number(form, "soreness", 0, 10) ?? answers.Soreness,
            SleepHours = Number(form, "sleep", 0, 20) ?? answers.SleepHours,
            SleepQuality = Step(form, "sleep-quality") ?? answers.SleepQuality,
            Energy = Step(form, "energy") ?? answers.Energy,
            Stress = Step(form, "stress") ?? answers.Stress,
        };
    }

    private static CheckInAnswers Told(JsonObject form, string field, DialogStep step, CoachTurn turn, CheckInAnswers known) =>
        RunnerInput.TextOf(form, field) is { Length: > 0 and <= RunnerInput.LongestRead } text
            ? CheckInReading.Merge(known, turn.Understand(text, step), null, turn.Now.DayOfWeek).Note(text)
            : known;

    private static int? Step(JsonObject form, string field) => Number(form, field, 1, 5) is { } value ? (int)Math.Round(value) : null;

    private static double? Number(JsonObject form, string field, double min, double max) =>
        double.TryParse(RunnerInput.TextOf(form, field)?.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && value >= min && value <= max ? value : null;
}
