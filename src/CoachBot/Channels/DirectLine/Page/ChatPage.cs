using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace CoachBot.Channels.DirectLine.Page;

/// <summary>The chat page at <c>/</c> and the script that puts a chat bubble on other pages, <c>/widget.js</c>.</summary>
internal sealed partial class ChatPage
{
    private static readonly HtmlEncoder Letters = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly string _page;
    private readonly string _widget;
    private readonly PageAssets _assets;
    private readonly ChannelTexts _texts;
    private readonly string _contentSecurityPolicy;

    /// <param name="root">The <c>wwwroot</c> folder.</param>
    /// <param name="texts">The words.</param>
    /// <param name="allowedOrigins">The origins whose pages may show the chat in a frame.</param>
    public ChatPage(string root, ChannelTexts texts, IEnumerable<string> allowedOrigins)
    {
        _page = File.ReadAllText(Path.Combine(root, "page.html"));
        _widget = File.ReadAllText(Path.Combine(root, "widget.js"));
        _assets = new PageAssets(root);
        _texts = texts;
        // Web Chat writes its own style elements, hence 'unsafe-inline' for styles; scripts come from files of ours alone.
        _contentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
            "connect-src 'self' data: blob:; base-uri 'none'; form-action 'none'; " +
            $"frame-ancestors {string.Join(' ', allowedOrigins.Prepend("'self'"))}";
    }

    /// <summary>False when the build could not fetch Web Chat: the page then says so.</summary>
    public bool HasWebChat => _assets.WebChatAddress is not null;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", SendPage);
        routes.MapGet("/widget.js", SendWidget);
        _assets.Map(routes);
    }

    private IResult SendPage(HttpRequest request, HttpResponse response)
    {
        var (language, texts) = _texts.Choose(WantedLanguages(request));
        PutHeaders(response, language);
        var page = Placeholder().Replace(_page, match => match.Groups[1].Value switch
        {
            "language" => language,
            "assets" => _assets.Address,
            "scripts" => Scripts(),
            "connecting" => Encode(texts[HasWebChat ? "connecting" : "unavailable"]),
            var key => Encode(texts[key]),
        });
        return Results.Content(page, "text/html; charset=utf-8");
    }

    private IResult SendWidget(HttpRequest request, HttpResponse response)
    {
        var (language, texts) = _texts.Choose(WantedLanguages(request));
        PutHeaders(response, language);
        response.Headers.CacheControl = "public, max-age=3600";
        response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        var words = new Dictionary<string, string>();
        foreach (var key in (string[])["title", "openChat", "closeChat"])
            words[key] = texts[key];
        var script = _widget.Replace("{{words}}", JsonSerializer.Serialize(words, PageJson.Default.DictionaryStringString), StringComparison.Ordinal);
        return Results.Content(script, "text/javascript; charset=utf-8");
    }

    private void PutHeaders(HttpResponse response, string language)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = _contentSecurityPolicy;
        headers.ContentLanguage = language;
        headers.CacheControl = "no-cache";
        headers.Vary = "Accept-Language";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
    }

    private string Scripts() => HasWebChat
        ? $"""<script src="{_assets.WebChatAddress}" defer></script><script src="{_assets.Address}/page.js" defer></script>"""
        : "";

    /// <summary><c>?language=</c> first, then the browser's own wishes in their order.</summary>
    private static IEnumerable<string> WantedLanguages(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptLanguage
            .Where(language => language.Quality is not 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString());
        return request.Query["language"].OfType<string>().Concat(accepted);
    }

    private static string Encode(string text) => Letters.Encode(text);

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Placeholder();
}
