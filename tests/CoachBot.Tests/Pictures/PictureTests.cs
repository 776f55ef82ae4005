using System.Net;
using System.Text;
using CoachBot.BotBuilder;
using CoachBot.Coaching;
using CoachBot.Coaching.History;
using CoachBot.Pictures;
using CoachBot.Recovery;
using CoachBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SkiaSharp;
using static CoachBot.Tests.Coaching.History.Histories;

namespace CoachBot.Tests.Pictures;

/// <summary>A history as a picture: at an address that tells nothing and does not last.</summary>
public sealed class PictureTests
{
    private const string CheckIn = "10k easy, 50 min, effort 3, soreness 3, slept 8 good, energy 5, stress 5";

    [Fact]
    public async Task A_runner_sees_their_week_until_the_address_expires_or_the_data_is_deleted()
    {
        var time = new FakeTimeProvider(Now);
        await using var host = await TestHost.StartAsync(services => services.AddSingleton<TimeProvider>(time).AddCoach(new ContentFiles()));
        await CoachChat.MeetAsync(host.Service<IStorage>(), "directline", "dl_runner", Now);
        var conversation = await DirectLineConversation.StartAsync(host, "dl_runner");
        await conversation.SayAsync(CheckIn);
        await conversation.SayAsync("my week");
        var image = (await conversation.PollAsync()).Activities[^1]["attachments"]![0]!["content"]!["body"]![0]!;
        var address = (string)image["url"]!;

        var shown = await host.Client.GetAsync(address);
        using var picture = SKBitmap.Decode(await shown.Content.ReadAsByteArrayAsync());
        Assert.Equal(("image/png", 1280), (shown.Content.Headers.ContentType!.MediaType, picture.Width));
        Assert.Equal("max-age=300, private", shown.Headers.CacheControl!.ToString());
        Assert.Contains("Soreness 3/10 on average", (string)image["altText"]!, StringComparison.Ordinal);

        time.Advance(PictureLinks.Lifetime - TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync(address)).StatusCode);
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.Gone, (await host.Client.GetAsync(address)).StatusCode);

        var again = await DirectLineConversation.StartAsync(host, "dl_runner");
        await again.SayAsync("my week");
        var second = (string)(await again.PollAsync()).Activities[^1]["attachments"]![0]!["content"]!["body"]![0]!["url"]!;
        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync(second)).StatusCode);
        await again.SayAsync("delete my data");
        await again.SayAsync("yes");
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync(second)).StatusCode);
    }

    [Fact]
    public async Task Who_asks_for_one_picture_again_and_again_has_to_wait()
    {
        var links = default(PictureLinks);
        await using var host = await TestHost.StartAsync(services => services.AddSingleton<TimeProvider>(new FakeTimeProvider(Now)).AddCoach(new ContentFiles()));
        links = host.Service<PictureLinks>();
        var address = links.LinkTo(Some(), Now)!.OriginalString;

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 40; i++)
            answers.Add((await host.Client.GetAsync(address)).StatusCode);

        Assert.Equal(HttpStatusCode.NotFound, answers[0]);
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
    }

    [Fact]
    public void An_address_tells_nothing_and_is_the_same_for_the_same_picture()
    {
        var addresses = new PictureAddress(new byte[32]);
        var token = addresses.Seal(new SealedPicture(Some(), 1));

        Assert.Equal(token, addresses.Seal(new SealedPicture(Some(), 1)));
        Assert.NotEqual(token, addresses.Seal(new SealedPicture(Some(), 2)));
        var bytes = Convert.FromBase64String(token.Replace('-', '+').Replace('_', '/').PadRight((token.Length + 3) / 4 * 4, '='));
        Assert.DoesNotContain("runner", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_address_opens_nothing()
    {
        var addresses = new PictureAddress(new byte[32]);
        var token = addresses.Seal(new SealedPicture(Some(), 1));

        Assert.Equal(Some(), addresses.Open(token)!.Picture);
        for (var i = 0; i < token.Length; i++)
            Assert.True(addresses.Open(string.Concat(token.AsSpan(0, i), token[i] == 'A' ? "B" : "A", token.AsSpan(i + 1))) is null, $"position {i}");
        Assert.Null(new PictureAddress([.. new byte[31], 1]).Open(token));
        foreach (var odd in new[] { "", "x", "..", "%", new string('A', 5000), token + token })
            Assert.Null(addresses.Open(odd));
    }

    [Theory]
    [InlineData("directline", null, "/pictures/")]
    [InlineData("msteams", null, null)]
    [InlineData("msteams", "https://coach.example/runs", "https://coach.example/runs/pictures/")]
    [InlineData("directline", "https://coach.example", "/pictures/")]
    public async Task A_channel_that_fetches_pictures_itself_needs_the_hosts_public_address(string channel, string? publicUrl, string? begins)
    {
        await using var host = await TestHost.StartAsync(publicUrl is null ? [] : [$"--Coach:PublicUrl={publicUrl}"]);

        var address = host.Service<PictureLinks>().LinkTo(Some() with { ChannelId = channel }, Now)?.OriginalString;

        Assert.Equal(begins is not null, address?.StartsWith(begins!, StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public async Task A_public_address_that_is_none_stops_the_start()
    {
        var fault = await Assert.ThrowsAsync<SettingsException>(() => TestHost.StartAsync("--Coach:PublicUrl=coach.example"));
        Assert.Contains("Coach:PublicUrl", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    [InlineData("fr")]
    [InlineData("de")]
    [InlineData("pt")]
    public void Every_letter_of_a_picture_is_in_its_font(string language)
    {
        foreach (var period in new[] { Week(Days(7, ago => RunDay(ago, 10.5, 60))), Month(Days(28, ago => Day(ago))) })
        {
            var chart = HistoryChart.Of(period, Voice(language));
            var words = string.Concat([chart.Title, .. chart.Days, .. chart.Panels.SelectMany(panel => panel.Labels.Append(panel.Name).Append(panel.Summary))]);

            Assert.DoesNotContain((ushort)0, PictureFonts.Regular.GetGlyphs(words));
            Assert.DoesNotContain((ushort)0, PictureFonts.SemiBold.GetGlyphs(words));
            var png = HistoryDrawing.ToPng(chart);
            if (Environment.GetEnvironmentVariable("COACHBOT_REPORT") is { } folder)
                File.WriteAllBytes(Path.Combine(folder, $"history-{language}-{period.Days.Count}.png"), png);
            Assert.InRange(png.Length, 5_000, 200_000);
        }
    }

    private static HistoryPicture Some() => new("directline", "dl_runner", 7, new DateOnly(2026, 11, 24), 60, "en-GB", Units.Metric);
}
