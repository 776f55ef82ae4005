using System.Text.Json.Nodes;
using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;

namespace CoachBot.Channels.BotFramework.Incoming;

/// <summary>What a turn gives back in the answer to its request.</summary>
internal static class Answers
{
    /// <summary>The bot's answer to an invoke as status and body; 501 when it gave none.</summary>
    /// <param name="outcome">Of the turn.</param>
    /// <param name="nonce">For a card in the answer, which replaces the one that was pressed.</param>
    public static IResult Invoke(TurnOutcome outcome, string nonce)
    {
        if (outcome.InvokeResponse is not { } response)
            return Results.StatusCode(StatusCodes.Status501NotImplemented);
        if (response.Body is null)
            return Results.StatusCode(response.Status);

        var body = BodyOf(response.Body);
        if ((string?)(body as JsonObject)?["type"] == "application/vnd.microsoft.card.adaptive")
            CardNonce.Stamp(body!["value"], nonce);
        return Results.Text(body?.ToJsonString() ?? "null", "application/json", statusCode: response.Status);
    }

    /// <summary>All replies of an <c>expectReplies</c> turn.</summary>
    public static IResult Replies(TurnOutcome outcome) =>
        Results.Json(new ExpectedReplies([.. outcome.Replies]), ActivityJson.Default.ExpectedReplies);

    // The way of every open value on the wire: as the value of an activity.
    private static JsonNode? BodyOf(object body) => JsonNode.Parse(ActivityJson.Write(new Activity { Value = body }))!["value"];
}
