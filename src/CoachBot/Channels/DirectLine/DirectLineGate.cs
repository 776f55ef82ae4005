using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace CoachBot.Channels.DirectLine;

/// <summary>Decides who may call what.</summary>
internal sealed class DirectLineGate(DirectLineOptions options, DirectLineTokens tokens, DirectLineLimits limits, IHostEnvironment environment)
{
    /// <summary>In front of every call that needs a token or the secret: identity, then the conversation in the path, then the rate.</summary>
    public async ValueTask<object?> AdmitAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        if (BearerOf(context.Request) is not { } bearer)
            return DirectLineErrors.NoCredentials();
        if (await IdentifyAsync(bearer) is not { } caller)
            return DirectLineErrors.BadCredentials();

        var wanted = context.GetRouteValue("conversationId") as string;
        if (caller.Binding is { } binding && wanted is not null && wanted != binding.ConversationId)
            return DirectLineErrors.OtherConversation();

        // A back end begins conversations for many: what it may do is limited in each.
        if ((caller.Binding?.ConversationId ?? wanted) is { } conversation && !DirectLineLimits.Admits(limits.Calls, conversation, out var seconds))
            return DirectLineErrors.TryLater(context.Response, StatusCodes.Status429TooManyRequests, seconds);

        context.Features.Set(caller);
        return await next(invocation);
    }

    /// <summary>Null for neither our token nor the secret.</summary>
    public async Task<DirectLineCaller?> IdentifyAsync(string bearer)
    {
        if (IsSecret(bearer))
            return new DirectLineCaller(Binding: null);

        return await tokens.ReadAsync(TokenPurpose.Conversation, bearer) is { } binding ? new DirectLineCaller(binding) : null;
    }

    /// <summary>
    /// Whether someone without token and secret may begin a conversation: in Development who sits at this machine, elsewhere a browser
    /// that shows our page or a page of an allowed origin.
    /// </summary>
    public bool AdmitsVisitor(HttpContext context)
    {
        var origin = context.Request.Headers.Origin.ToString();
        var fromOurPages = IsOwn(origin, context.Request) || options.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase);
        return IsDeveloper(context) ? origin.Length == 0 || fromOurPages : options.Secret is not null && fromOurPages;
    }

    /// <summary>The host name is checked too: a name that was pointed at this machine is not this machine's owner.</summary>
    public bool IsDeveloper(HttpContext context) =>
        environment.IsDevelopment()
        && context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && (context.Request.Host.Host is "localhost" or "[::1]"
            || (IPAddress.TryParse(context.Request.Host.Host, out var named) && IPAddress.IsLoopback(named)));

    public static string? BearerOf(HttpRequest request)
    {
        const string scheme = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) && header[scheme.Length..].Trim() is { Length: > 0 } bearer
            ? bearer
            : null;
    }

    private bool IsSecret(string bearer) =>
        options.Secret is { } secret
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(bearer)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    // The scheme is left out: behind a proxy that ends TLS we see http where the browser saw https.
    private static bool IsOwn(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
}
