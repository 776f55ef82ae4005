namespace CoachBot.Coaching.History;

/// <summary>A row of bars made of letters, for the terminal.</summary>
internal static class Sparkline
{
    private const string Bars = "▁▂▃▄▅▆▇█";
    private const char Nothing = '·';

    public static string Of(HistoryPanel panel) =>
        string.Concat(panel.Values.Select(value => value is { } known ? Bars[(int)Math.Clamp(known / panel.Most * Bars.Length, 0, Bars.Length - 1)] : Nothing));

    /// <summary>One line per panel, the names padded so that the bars stand below each other.</summary>
    public static IEnumerable<string> Lines(HistoryChart chart)
    {
        var width = chart.Panels.Max(panel => panel.Name.Length);
        return chart.Panels.Select(panel => $"{panel.Name.PadRight(width)}  {Of(panel)}  {panel.Summary}");
    }
}
