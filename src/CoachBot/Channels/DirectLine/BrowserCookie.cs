namespace CoachBot.Channels.DirectLine;

/// <summary>
/// Brings a browser back to its conversation, after a reload, in another tab, next week. Only browsers have it: other clients
/// send no Origin and begin a new conversation with every token.
/// </summary>
internal sealed class BrowserCookie(DirectLineTokens tokens, DirectLineOptions options)
{
    public const string Name = "coachbot";

    public async Task<TokenBinding?> ReadAsync(HttpRequest request) =>
        IsBrowser(request) && request.Cookies[Name] is { } cookie ? await tokens.ReadAsync(TokenPurpose.Browser, cookie) : null;

    public void Write(HttpContext context, TokenBinding binding)
    {
        if (!IsBrowser(context.Request))
            return;

        // A page of another site shows ours in a frame, where only such a cookie is sent; it is kept apart for each of those sites.
        var inFrames = options.AllowedOrigins.Count > 0 && context.Request.IsHttps;
        var cookie = new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = DirectLineTokens.Lifetime(TokenPurpose.Browser),
            Path = "/v3/directline/tokens",
            SameSite = inFrames ? SameSiteMode.None : SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        };
        if (inFrames)
            cookie.Extensions.Add("Partitioned");
        context.Response.Cookies.Append(Name, tokens.Issue(TokenPurpose.Browser, binding), cookie);
    }

    private static bool IsBrowser(HttpRequest request) => request.Headers.Origin.Count > 0;
}
