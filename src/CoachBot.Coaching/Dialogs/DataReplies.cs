using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoachBot.Coaching.Content;
using CoachBot.Coaching.Reminders;
using CoachBot.Recovery;

namespace CoachBot.Coaching.Dialogs;

/// <summary>What the coach keeps about a runner: in words and as JSON.</summary>
internal static class DataReplies
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Known(CoachTurn turn)
    {
        var (runner, voice) = (turn.Runner, turn.Voice);
        var lines = new List<string>();
        if (runner.ConsentedAt is { } since)
            lines.Add(voice.Say("data.since", ("date", Date(since, turn))));
        if (runner.TimeZone is { } zone)
            lines.Add(voice.Say("data.zone", ("value", zone)));
        if (runner.Language is not null)
            lines.Add(voice.Say("data.language", ("value", NameOf(voice.Language))));
        if (runner.Units is { } units)
            lines.Add(voice.Say(units == Units.Imperial ? "data.units.mi" : "data.units.km"));
        if (runner.Guardian != Guardian.NotNeeded)
            lines.Add(voice.Say("data.minor"));
        if (runner.BodyMassKg is { } mass)
            lines.Add(voice.Say("data.mass", ("value", Math.Round(mass, 1))));
        if (runner.AgeYears is { } years)
            lines.Add(voice.Say("data.age", ("value", years)));
        else if (runner.AgeFrom is { } from)
            lines.Add(voice.Say("data.age-from", ("value", from)));
        if (runner.Diet is { } diet)
            lines.Add(voice.Say($"fact.{diet}"));
        if (runner.Without.Count > 0)
            lines.Add(voice.Say("data.without", ("list", string.Join(", ", runner.Without.Select(name => voice.Say($"kit.{name}"))))));
        if (runner.History.Count(entry => entry.IsCheckIn) is > 0 and var count)
            lines.Add(voice.Say("data.check-ins", ("count", count)));
        if (runner.Last is { } last)
            lines.Add(voice.Say("data.last", ("date", Date(last.At, turn)), ("facts", string.Join(", ", Facts.New(new CheckInAnswers(), last.Answers, voice)))));
        if (runner.Conditions.Count + runner.Medicines.Count > 0)
            lines.Add(voice.Say("data.cautions", ("list", string.Join(", ", runner.Conditions.Concat(runner.Medicines).Select(Literal)))));
        else if (runner.NoConditions)
            lines.Add(voice.Say("data.no-conditions"));
        if (runner.Reminder is { Status: ReminderStatus.On or ReminderStatus.Quiet } reminder)
            lines.Add(voice.Say("data.reminder", ("times", ReminderWords.Times(reminder.Times, voice))));
        if (turn.Memory.CheckIn is { } open && Facts.New(new CheckInAnswers(), open, voice) is { Count: > 0 } facts)
            lines.Add(voice.Say("data.open", ("facts", string.Join(", ", facts))));
        if (runner.Lock is not null)
            lines.Add(voice.Say("data.lock"));
        return lines.Count == 0
            ? voice.Say("data.none")
            : $"{voice.Say("data.head")}\n{string.Join('\n', lines.Select(line => $"- {line}"))}\n\n{voice.Say("data.foot")}";
    }

    /// <summary>The record as it is stored. In a code block, so that nothing in it is taken for markup.</summary>
    public static string Export(CoachTurn turn) =>
        $"{turn.Voice.Say("data.export")}\n\n```json\n{JsonSerializer.Serialize(turn.Runner, Readable).Replace("```", "", StringComparison.Ordinal)}\n```";

    /// <summary>A runner's own words are shown as they are, not as markup.</summary>
    public static string Literal(string text) => string.Concat(text.Select(letter => "\\`*_{}[]()#+!<>|~".Contains(letter, StringComparison.Ordinal) ? $"\\{letter}" : $"{letter}"));

    /// <summary>As they are now, chosen or not.</summary>
    public static string LanguageAndUnits(Voice voice) =>
        $"{voice.Say("data.language", ("value", NameOf(voice.Language)))}\n{voice.Say(voice.Units == Units.Imperial ? "data.units.mi" : "data.units.km")}";

    private static string Date(DateTimeOffset at, CoachTurn turn) =>
        at.ToOffset(turn.Now.Offset).ToString(turn.Voice.Culture.DateTimeFormat.MonthDayPattern, turn.Voice.Culture);

    private static string NameOf(string language) => CultureInfo.GetCultureInfo(language).NativeName;
}
