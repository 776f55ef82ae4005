using System.Text.Json.Nodes;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;

namespace CoachBot.Channels.DirectLine;

/// <summary><c>conversations/{id}/activities</c> and <c>upload</c>.</summary>
internal sealed class ActivityEndpoints(TurnEngine engine, ConversationTurns turns, IFileReader? files = null)
{
    private const int RetryAfterS = 2;
    private static readonly string[] Types =
        [ActivityTypes.Message, ActivityTypes.Event, ActivityTypes.Typing, ActivityTypes.EndOfConversation];

    /// <summary>What came after the watermark, for clients without a socket.</summary>
    public async Task<IResult> GetAsync(HttpContext context, string conversationId, string? watermark)
    {
        var log = await engine.ReadLogAsync(DirectLineChannel.Id, conversationId, context.RequestAborted);
        if (log is null && DirectLineCaller.Of(context).Binding is null)
            return DirectLineErrors.NoSuchConversation();

        var set = ActivitySets.Write(log.After(ActivitySets.ReadWatermark(watermark)), log?.LastSequence ?? 0);
        return Results.Bytes(set, "application/json; charset=utf-8");
    }

    /// <summary>Takes what the user says. Answers when it is committed, or after <see cref="ConversationTurns.Patience"/>.</summary>
    public async Task<IResult> PostAsync(HttpContext context, string conversationId)
    {
        var (activity, refusal) = await RequestBody.ReadAsync(context.Request, utf8 => ActivityJson.Parse(utf8.Span));
        return refusal ?? await TakeAsync(context, activity!, conversationId);
    }

    /// <summary>The same with files. Without a reader for them the bot has no use for any.</summary>
    public async Task<IResult> UploadAsync(HttpContext context, string conversationId)
    {
        if (files is null)
            return DirectLineErrors.NoUploads();

        var (activity, refusal) = await new UploadBody(files).ReadAsync(context.Request);
        return refusal ?? await TakeAsync(context, activity!, conversationId, context.Request.Query["userId"]);
    }

    private async Task<IResult> TakeAsync(HttpContext context, Activity activity, string conversationId, string? uploader = null)
    {
        var caller = DirectLineCaller.Of(context);
        if (!Types.Contains(activity.Type))
            return DirectLineErrors.BadArgument($"type must be one of {string.Join(", ", Types)}.");
        if ((caller.Binding?.UserId ?? activity.From?.Id ?? uploader) is not { Length: > 0 } userId)
            return DirectLineErrors.BadArgument("from.id is missing.");
        if (caller.Binding is null && await engine.ReadLogAsync(DirectLineChannel.Id, conversationId, context.RequestAborted) is null)
            return DirectLineErrors.NoSuchConversation();

        // Someone is typing: nothing to keep, and nothing that a bot would act on.
        if (activity.Type == ActivityTypes.Typing)
            return Id($"{conversationId}|typing");

        var dedupeKey = DedupeKey(activity, context.TraceIdentifier);
        Admit(activity, userId);
        if (files is not null)
            ReceivedFiles.ReadInto(activity, files);
        return await ProcessAsync(context, activity, conversationId, dedupeKey);
    }

    private async Task<IResult> ProcessAsync(HttpContext context, Activity activity, string conversationId, string dedupeKey)
    {
        try
        {
            var (outcome, id) = await turns.ProcessAsync(activity, conversationId, dedupeKey);
            return outcome?.Status is TurnStatus.Overloaded
                ? DirectLineErrors.TryLater(context.Response, StatusCodes.Status429TooManyRequests, RetryAfterS)
                : Id(id ?? $"{conversationId}|{dedupeKey}");
        }
        catch (StorageConflictException)
        {
            return DirectLineErrors.TryLater(context.Response, StatusCodes.Status503ServiceUnavailable, RetryAfterS);
        }
    }

    /// <summary>A client knows its own message again by its clientActivityID; one that sends an id of its own by that.</summary>
    private static string DedupeKey(Activity activity, string requestId) =>
        ClientActivityId(activity) is { } clientId ? $"client:{clientId}"
        : activity.Id is { Length: > 0 } id ? $"id:{id}"
        : $"request:{requestId}";

    private static string? ClientActivityId(Activity activity) =>
        activity.ChannelData is JsonObject data && data["clientActivityID"] is JsonValue value && value.TryGetValue(out string? id) && id.Length > 0
            ? id
            : null;

    // What a client says about others, or about how it is to be trusted, does not count.
    private static void Admit(Activity activity, string userId)
    {
        activity.Id = null;
        activity.From = ConversationTurns.User(userId, activity.From?.Name);
        activity.ServiceUrl = null;
        activity.CallerId = null;
        activity.DeliveryMode = null;
        activity.MembersAdded = null;
        activity.MembersRemoved = null;
        if (activity.Type == ActivityTypes.Message)
            activity.TextFormat = TextFormatTypes.Plain;
    }

    private static IResult Id(string id) => Results.Json(new IdAnswer(id), DirectLineJson.Default.IdAnswer);
}
