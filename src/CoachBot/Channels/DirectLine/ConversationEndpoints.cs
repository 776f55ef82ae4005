using CoachBot.BotBuilder.Turns;

namespace CoachBot.Channels.DirectLine;

/// <summary><c>conversations</c> and <c>conversations/{id}</c>: begin, and come back to, a conversation.</summary>
internal sealed class ConversationEndpoints(TurnEngine engine, ConversationTurns turns, DirectLineTokens tokens)
{
    public async Task<IResult> PostAsync(HttpContext context)
    {
        var (body, refusal) = await RequestBody.ReadAsync(context.Request, TokenEndpoints.ParseStart, whenEmpty: new StartRequest());
        if (refusal is not null)
            return refusal;

        var binding = DirectLineCaller.Of(context).Binding ?? TokenEndpoints.NewConversation(body!.User?.Id is { Length: > 0 } id ? id : null);
        var isNew = await turns.StartAsync(binding, body!.Locale);
        return Answer(context.Request, binding, "", isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    /// <summary>A fresh address for the socket, which then goes on after the watermark.</summary>
    public async Task<IResult> GetAsync(HttpContext context, string conversationId, string? watermark)
    {
        // The client of a token takes 404 for the end of everything: whoever holds a token has a conversation, begun or not.
        var binding = DirectLineCaller.Of(context).Binding;
        if (binding is not null)
            await turns.StartAsync(binding, locale: null);
        else if (await engine.ReadLogAsync(DirectLineChannel.Id, conversationId, context.RequestAborted) is null)
            return DirectLineErrors.NoSuchConversation();

        return Answer(context.Request, binding ?? new TokenBinding(conversationId, ""), watermark ?? "", StatusCodes.Status200OK);
    }

    private IResult Answer(HttpRequest request, TokenBinding binding, string watermark, int status)
    {
        var scheme = request.IsHttps ? "wss" : "ws";
        var stream = tokens.Issue(TokenPurpose.Stream, binding);
        var address = $"{scheme}://{request.Host}/v3/directline/conversations/{binding.ConversationId}/stream" +
            $"?watermark={ActivitySets.ReadWatermark(watermark)}&t={stream}";
        return Results.Json(
            new ConversationAnswer(
                binding.ConversationId,
                tokens.Issue(TokenPurpose.Conversation, binding),
                (int)DirectLineTokens.Lifetime(TokenPurpose.Conversation).TotalSeconds,
                address),
            DirectLineJson.Default.ConversationAnswer,
            statusCode: status);
    }
}
