using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace CoachBot.Channels.DirectLine.Page;

/// <summary>
/// The files of the page in <c>wwwroot</c>. Their addresses hold a hash of what is in them, so a browser may keep them for good
/// and sees a new version at once.
/// </summary>
internal sealed class PageAssets
{
    private const string ForGood = "public, max-age=31536000, immutable";
    private static readonly string[] Names = ["page.css", "page.js", "icon.svg"];

    private readonly string _root;
    private readonly string? _webChatHash;

    public PageAssets(string root)
    {
        _root = root;
        var content = Names.SelectMany(name => File.ReadAllBytes(Path.Combine(root, name))).ToArray();
        Address = $"/assets/{Hash(content)}";
        var bundle = WebChatFile(".br");
        _webChatHash = File.Exists(bundle) ? Hash(File.ReadAllBytes(bundle)) : null;
    }

    /// <summary>Where the small files lie; without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>Null when the build could not fetch Web Chat.</summary>
    public string? WebChatAddress => _webChatHash is null ? null : $"/webchat/{_webChatHash}/webchat.js";

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var name in Names)
        {
            routes.MapGet($"{Address}/{name}", (HttpResponse response) =>
            {
                response.Headers.CacheControl = ForGood;
                return Results.File(Path.Combine(_root, name), ContentType(name));
            });
        }

        if (WebChatAddress is { } address)
            routes.MapGet(address, SendWebChat);
    }

    private IResult SendWebChat(HttpRequest request, HttpResponse response)
    {
        var (extension, encoding) = Accepts(request, "br") ? (".br", "br") : Accepts(request, "gzip") ? (".gz", "gzip") : ("", null);
        response.Headers.CacheControl = ForGood;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (encoding is not null)
            response.Headers.ContentEncoding = encoding;
        return Results.File(WebChatFile(extension), ContentType("webchat.js"));
    }

    private static bool Accepts(HttpRequest request, string encoding) =>
        request.GetTypedHeaders().AcceptEncoding.Any(accepted => accepted.Value == encoding && accepted.Quality is not 0);

    private string WebChatFile(string extension) => Path.Combine(_root, "webchat", "webchat.js" + extension);

    private static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        _ => "image/svg+xml",
    };

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content))[..16];
}
