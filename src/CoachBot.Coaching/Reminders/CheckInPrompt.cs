using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.Coaching.Reminders;

/// <summary>The event by which the schedule asks the coach to speak first, and the coach's answer.</summary>
public sealed record CheckInPrompt(DateOnly On, string Kind)
{
    private const string EventName = "coach/checkIn";

    public string Key => string.Create(CultureInfo.InvariantCulture, $"{On:yyyy-MM-dd}/{Kind}");

    /// <summary>It goes to the conversation itself and answers nothing.</summary>
    public Activity ToActivity(CheckInSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var activity = schedule.Reference.GetContinuationActivity();
        activity.Name = EventName;
        activity.LocalTimezone = schedule.Times.Zone;
        activity.Value = new JsonObject { ["on"] = On.ToString("O", CultureInfo.InvariantCulture), ["kind"] = Kind };
        return activity;
    }

    /// <summary>Null for any other event.</summary>
    public static CheckInPrompt? Read(IEventActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (activity.Name != EventName || activity.RelatesTo is null || StateJson.ToNode(activity.Value) is not JsonObject value)
            return null;

        return DateOnly.TryParseExact(Text(value, "on"), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) && Text(value, "kind") is { } kind
            ? new CheckInPrompt(on, kind)
            : null;
    }

    /// <summary>Recorded with the turn, so that a repetition is answered the same.</summary>
    public static Activity Answer(CheckInPromptResult result) => new(ActivityTypesEx.InvokeResponse)
    {
        Value = new InvokeResponse { Status = 200, Body = new JsonObject { ["checkIn"] = result.ToString() } },
    };

    public static CheckInPromptResult? ResultOf(InvokeResponse? response) =>
        StateJson.ToNode(response?.Body) is JsonObject body && Enum.TryParse<CheckInPromptResult>(Text(body, "checkIn"), out var result) ? result : null;

    private static string? Text(JsonObject json, string name) => json[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}

/// <summary>What the coach did when its time had come.</summary>
public enum CheckInPromptResult
{
    Said,

    /// <summary>The runner is in the middle of something: ask again in a while.</summary>
    Busy,

    /// <summary>The runner told it all already that day.</summary>
    Answered,

    /// <summary>The runner does not want it any more.</summary>
    Off,

    /// <summary>The coach may not talk to this runner now, such as a minor without consent.</summary>
    Closed,
}
