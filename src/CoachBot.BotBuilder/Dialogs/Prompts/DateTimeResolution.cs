using System.Text.Json.Serialization;

namespace CoachBot.BotBuilder.Dialogs;

/// <summary>One meaning of what the user said about a time.</summary>
public class DateTimeResolution
{
    /// <summary>"2026-11-24 09:00:00", on the user's own clock.</summary>
    [JsonPropertyName("value")]
    public string? Value { get; set; }

    [JsonPropertyName("start")]
    public string? Start { get; set; }

    [JsonPropertyName("end")]
    public string? End { get; set; }

    /// <summary>The TIMEX expression, with X for what was left open.</summary>
    [JsonPropertyName("timex")]
    public string? Timex { get; set; }
}
