using System.Net;
using CoachBot.Channels;
using CoachBot.Channels.DirectLine.Page;
using CoachBot.Tests.Support;
using Microsoft.AspNetCore.Builder;

namespace CoachBot.Tests.Channels.DirectLine;

public sealed class PageTests
{
    [Theory]
    [InlineData("de-AT,de;q=0.9,en;q=0.8", "", "de", "Erholung")]
    [InlineData("ja,pt-BR;q=0.5,en;q=0.4", "", "pt", "recuperação")]
    [InlineData("en;q=0.3,fr;q=0.7", "", "fr", "récupération")]
    [InlineData("ja", "", "en", "recovery")]
    [InlineData("", "", "en", "recovery")]
    [InlineData("en", "?language=es-MX", "es", "recuperación")]
    [InlineData(";;;q=x,,", "?language=../../x", "en", "recovery")]
    public async Task The_page_greets_in_the_language_of_the_browser(string accepted, string query, string language, string word)
    {
        await using var host = await TestHost.StartAsync();

        var response = await host.SendAsync(HttpMethod.Get, "/" + query, headers: ("Accept-Language", accepted));
        var page = await response.Content.ReadAsStringAsync();

        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Contains(word, page, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scripts_come_from_files_of_ours_alone_and_only_allowed_pages_may_frame_ours()
    {
        await using var host = await TestHost.StartAsync("--DirectLine:AllowedOrigins:0=https://club.example", "--DirectLine:AllowedOrigins:1=https://run.example/");

        var response = await host.Client.GetAsync("/");
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        var page = await response.Content.ReadAsStringAsync();

        Assert.Contains("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors 'self' https://club.example https://run.example", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.DoesNotMatch("<script(?! src=)|\\son\\w+=|javascript:", page);
    }

    [Theory]
    [InlineData("br", "br", 700_000)]
    [InlineData("gzip, br", "br", 700_000)]
    [InlineData("gzip", "gzip", 1_000_000)]
    [InlineData("br;q=0, gzip", "gzip", 1_000_000)]
    [InlineData("", null, 5_000_000)]
    public async Task Web_chat_comes_compressed_and_is_kept_for_good(string accepted, string? encoding, int mostBytes)
    {
        await using var host = await TestHost.StartAsync();
        var page = await host.Client.GetStringAsync("/");
        var address = System.Text.RegularExpressions.Regex.Match(page, "/webchat/[0-9a-f]{16}/webchat.js").Value;

        var response = await host.SendAsync(HttpMethod.Get, address, headers: ("Accept-Encoding", accepted));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.InRange(response.Content.Headers.ContentLength!.Value, 100_000, mostBytes);
        Assert.Equal("public, max-age=31536000, immutable", response.Headers.CacheControl!.ToString());
        Assert.Equal("text/javascript", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Every_file_that_the_page_names_is_there()
    {
        await using var host = await TestHost.StartAsync();
        var page = await host.Client.GetStringAsync("/");

        foreach (System.Text.RegularExpressions.Match match in System.Text.RegularExpressions.Regex.Matches(page, "(?:src|href)=\"([^\"]+)\""))
            Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync(match.Groups[1].Value)).StatusCode);
    }

    [Fact]
    public async Task A_build_without_web_chat_says_so_kindly_and_names_the_terminal()
    {
        var root = Directory.CreateTempSubdirectory("coachbot").FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "wwwroot")))
            File.Copy(file, Path.Combine(root, Path.GetFileName(file)));
        var page = new ChatPage(root, ChannelTexts.Load(Path.Combine(AppContext.BaseDirectory, "dialogs", "page")), []);
        var builder = WebApplication.CreateBuilder(["--urls=http://127.0.0.1:0"]);
        await using var app = builder.Build();
        page.Map(app);
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        var html = await client.GetStringAsync("/");

        Assert.False(page.HasWebChat);
        Assert.Contains("dotnet run --project src/CoachBot -- chat", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_widget_speaks_the_language_of_the_browser()
    {
        await using var host = await TestHost.StartAsync();

        var response = await host.SendAsync(HttpMethod.Get, "/widget.js", headers: ("Accept-Language", "fr"));
        var script = await response.Content.ReadAsStringAsync();

        Assert.Equal("text/javascript", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("\"openChat\":\"Ouvrir la discussion avec le coach\"", script, StringComparison.Ordinal);
    }

    [Fact]
    public void All_languages_have_the_same_texts()
    {
        var texts = ChannelTexts.Load(Repository.PathOf("dialogs", "page"));

        Assert.Equal(["de", "en", "es", "fr", "pt"], texts.Languages.Order(StringComparer.Ordinal));
    }
}
