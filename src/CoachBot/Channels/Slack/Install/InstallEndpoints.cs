using System.Security.Cryptography;
using System.Text.Encodings.Web;
using CoachBot.Channels.Slack.WebApi;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace CoachBot.Channels.Slack.Install;

/// <summary>
/// Installing the app into a workspace (OAuth 2.0 of Slack): <c>GET /api/slack/install</c> sends someone to Slack, and Slack sends
/// them back to <c>/api/slack/oauth_redirect</c>. Only the browser that began may finish, within ten minutes, once.
/// </summary>
internal sealed class InstallEndpoints(
    SlackOptions options, SlackWebApi api, Installations installations, ChannelTexts texts, IDataProtectionProvider protection, TimeProvider time)
{
    public const string InstallPath = "/api/slack/install";
    public const string RedirectPath = "/api/slack/oauth_redirect";
    private const string Cookie = "coachbot-slack-install";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly IDataProtector _protector = protection.CreateProtector("Slack.InstallState");

    public IResult Begin(HttpContext context)
    {
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        context.Response.Cookies.Append(Cookie, nonce, CookieOptions(context));
        var state = _protector.Protect($"{nonce} {time.GetUtcNow().ToUnixTimeSeconds()}");
        return Results.Redirect(QueryHelpers.AddQueryString(options.AuthorizeUrl.AbsoluteUri, new Dictionary<string, string?>
        {
            ["client_id"] = options.ClientId,
            ["scope"] = string.Join(',', SlackScopes.Bot),
            ["redirect_uri"] = RedirectUri(context),
            ["state"] = state,
        }));
    }

    public async Task<IResult> FinishAsync(HttpContext context)
    {
        var isOurs = IsOurs(context.Request.Query["state"], context.Request.Cookies[Cookie]);
        context.Response.Cookies.Delete(Cookie, CookieOptions(context));
        if (!isOurs)
            return Page(context, "failed", StatusCodes.Status400BadRequest);
        if (context.Request.Query["code"] is not [{ Length: > 0 } code])
            return Page(context, "cancelled", StatusCodes.Status200OK);

        var answer = await api.ExchangeCodeAsync(code, options.ClientId!, options.ClientSecret!, RedirectUri(context), context.RequestAborted);
        var workspace = Json.IsTrue(answer.Body, "is_enterprise_install") ? Json.Text(answer.Body, "enterprise", "id") : Json.Text(answer.Body, "team", "id");
        if (!answer.IsDone || workspace is null || Json.Text(answer.Body, "access_token") is not { } token)
            return Page(context, "failed", StatusCodes.Status502BadGateway);

        await installations.KeepAsync(workspace, token, context.RequestAborted);
        return Page(context, "installed", StatusCodes.Status200OK);
    }

    private bool IsOurs(string? state, string? nonce)
    {
        if (string.IsNullOrEmpty(state) || string.IsNullOrEmpty(nonce))
            return false;
        try
        {
            return _protector.Unprotect(state).Split(' ') is [var expected, var begun]
                && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(expected), System.Text.Encoding.UTF8.GetBytes(nonce))
                && time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(long.Parse(begun, provider: null)) < Lifetime;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private IResult Page(HttpContext context, string text, int status)
    {
        var wanted = context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(each => each.Quality ?? 1).Select(each => each.Value.ToString());
        var (language, words) = texts.Choose(wanted);
        var said = HtmlEncoder.Default.Encode(words[text]);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Text(
            $"<!doctype html><html lang=\"{language}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>CoachBot</title><p>{said}</p></html>",
            "text/html", statusCode: status);
    }

    private string RedirectUri(HttpContext context) => options.PublicUrl is { } address
        ? new Uri(address, RedirectPath).AbsoluteUri
        : $"{context.Request.Scheme}://{context.Request.Host}{RedirectPath}";

    private static CookieOptions CookieOptions(HttpContext context) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = Lifetime,
        Path = "/api/slack",
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    };
}
