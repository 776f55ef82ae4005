using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace CoachBot.Channels.DirectLine;

/// <summary><c>tokens/generate</c> and <c>tokens/refresh</c>.</summary>
internal sealed class TokenEndpoints(DirectLineGate gate, DirectLineTokens tokens, DirectLineLimits limits, BrowserCookie cookie)
{
    private const string UserPrefix = "dl_";
    private const int LongestUserId = 64;

    /// <summary>
    /// A token for a conversation: with the secret, or without it for visitors. A browser gets the conversation that it had,
    /// unless it asks with <c>?conversation=new</c>.
    /// </summary>
    public async Task<IResult> GenerateAsync(HttpContext context)
    {
        if (DirectLineGate.BearerOf(context.Request) is { } bearer)
        {
            if (await gate.IdentifyAsync(bearer) is not { Binding: null })
                return DirectLineErrors.BadCredentials();
        }
        else if (!gate.AdmitsVisitor(context))
        {
            return DirectLineErrors.NoCredentials();
        }
        else if (!gate.IsDeveloper(context) && !DirectLineLimits.Admits(limits.Visitors, $"{context.Connection.RemoteIpAddress}", out var seconds))
        {
            return DirectLineErrors.TryLater(context.Response, StatusCodes.Status429TooManyRequests, seconds);
        }

        var (body, refusal) = await RequestBody.ReadAsync(context.Request, ParseStart, whenEmpty: new StartRequest());
        if (refusal is not null)
            return refusal;
        if (body!.User?.Id is { Length: > 0 } asked && !IsUserId(asked))
            return DirectLineErrors.BadArgument($"user.id must begin with '{UserPrefix}' and have at most {LongestUserId} characters.");

        var binding = await BindAsync(context, body.User?.Id);
        cookie.Write(context, binding);
        return Answer(binding);
    }

    /// <summary>A new token for the conversation of one that is still valid.</summary>
    public IResult Refresh(HttpContext context) => DirectLineCaller.Of(context).Binding is { } binding
        ? Answer(binding)
        : DirectLineErrors.BadArgument("A secret needs no refreshing; send a token.");

    public static TokenBinding NewConversation(string? userId) => new(RandomId(), userId ?? UserPrefix + RandomId());

    public static StartRequest ParseStart(ReadOnlyMemory<byte> utf8) =>
        JsonSerializer.Deserialize(utf8.Span, DirectLineJson.Default.StartRequest) ?? throw new JsonException("null");

    // Who has neither secret nor this machine does not choose a user id: it could be someone else's.
    private async Task<TokenBinding> BindAsync(HttpContext context, string? askedId)
    {
        var mayChoose = DirectLineGate.BearerOf(context.Request) is not null || gate.IsDeveloper(context);
        var userId = mayChoose && !string.IsNullOrEmpty(askedId) ? askedId : null;
        var known = await cookie.ReadAsync(context.Request);
        if (known is null || (userId is not null && userId != known.UserId))
            return NewConversation(userId);

        return context.Request.Query["conversation"] == "new" ? NewConversation(known.UserId) : known;
    }

    private static bool IsUserId(string id) => id.StartsWith(UserPrefix, StringComparison.Ordinal) && id.Length <= LongestUserId;

    private IResult Answer(TokenBinding binding) => Results.Json(
        new ConversationAnswer(
            binding.ConversationId,
            tokens.Issue(TokenPurpose.Conversation, binding),
            (int)DirectLineTokens.Lifetime(TokenPurpose.Conversation).TotalSeconds),
        DirectLineJson.Default.ConversationAnswer);

    private static string RandomId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
}
