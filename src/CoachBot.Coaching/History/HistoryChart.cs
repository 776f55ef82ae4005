using CoachBot.Coaching.Content;

namespace CoachBot.Coaching.History;

/// <summary>A picture of a period before it is drawn: every word and number in it is ready, in the runner's language and format.</summary>
/// <param name="Days">Under the bars; null where there is no room for a label.</param>
public sealed record HistoryChart(string Title, IReadOnlyList<string?> Days, IReadOnlyList<HistoryPanel> Panels)
{
    /// <summary>Sleep of this length fills its panel; more is cut off.</summary>
    private const double MostSleepH = 10;

    internal static HistoryChart Of(HistoryPeriod period, Voice voice)
    {
        var title = $"{voice.Say(period.IsMonth ? "history.title.month" : "history.title.week")} ({HistoryText.ShortDate(period.First, voice)} – {HistoryText.ShortDate(period.Last, voice)})";
        var longest = Math.Max(60, period.Days.Max(day => day.SessionMin));
        return new HistoryChart(title, [.. period.Days.Select(day => DayLabel(day, period, voice))],
        [
            Panel("soreness", period, voice, 10, day => day.Soreness, "history.mean"),
            Panel("sleep", period, voice, MostSleepH, day => day.SleepH, "history.mean"),
            Panel("energy", period, voice, 5, day => day.Energy, "history.mean"),
            Panel("sessions", period, voice, longest, day => day.SessionMin > 0 ? day.SessionMin : null, "history.total"),
        ]);
    }

    private static string? DayLabel(HistoryDay day, HistoryPeriod period, Voice voice)
    {
        if (!period.IsMonth)
            return HistoryText.Weekday(day.Date, voice);
        return (day.Date.DayNumber - period.First.DayNumber) % HistoryPeriod.Week == 0 ? HistoryText.ShortDate(day.Date, voice) : null;
    }

    private static HistoryPanel Panel(string name, HistoryPeriod period, Voice voice, double most, Func<HistoryDay, double?> value, string foot)
    {
        var values = period.Days.Select(value).ToArray();
        var told = values.OfType<double>().ToArray();
        var summary = told.Length == 0 ? voice.Say("history.nothing") : voice.Say(foot, ("value", Math.Round(foot == "history.total" ? told.Sum() : told.Average(), 1)));
        // A column a day is too narrow for numbers in a month.
        string?[] labels = [.. values.Select(one => one is { } number && !period.IsMonth ? voice.Number(Math.Round(number, 1)) : null)];
        return new HistoryPanel(voice.Say($"history.panel.{name}"), summary, most, values, labels);
    }
}

/// <summary>One row of bars, a bar per day.</summary>
/// <param name="Most">The value of a full bar.</param>
/// <param name="Values">Null where nothing was told, which is not zero.</param>
/// <param name="Labels">The values as the runner reads them; null where there is no room.</param>
public sealed record HistoryPanel(string Name, string Summary, double Most, IReadOnlyList<double?> Values, IReadOnlyList<string?> Labels);
