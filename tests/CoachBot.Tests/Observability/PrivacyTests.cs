using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;
using CoachBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoachBot.Tests.Observability;

/// <summary>Nothing that leaves by traces, metrics and logs names anyone or tells what they said.</summary>
public sealed class PrivacyTests
{
    private const string User = "dl_ana-bananarama";
    private const string Words = "quadspaghetti hurts";

    private static readonly string[] KnownTags = ["channel", "language", "operation", "outcome", "reason", "result", "state", "status", "tier"];

    [Fact]
    public async Task What_a_collector_gets_has_turns_in_it_and_nobody()
    {
        await using var collector = await Collector.StartAsync();
        string conversationId;
        await using (var host = await TestHost.StartAsync(
            services => services.AddSingleton(TestHost.Echo),
            $"--OTEL_EXPORTER_OTLP_ENDPOINT={collector.Address}", "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf", "--Logging:LogLevel:Default=Trace"))
        {
            var conversation = await DirectLineConversation.StartAsync(host, User);
            conversationId = conversation.Id;
            await conversation.SayAsync(Words);
            await conversation.PollAsync();
            host.Service<ILogger<PrivacyTests>>().LogError(new InvalidOperationException(Words), "Of {Conversation}: {Status}", conversationId, 503);
        }

        var sent = collector.Everything;
        foreach (var expected in new[] { "coachbot.turn.duration", "coachbot.storage.duration", "coachbot.channel", "http.route", "System.InvalidOperationException" })
            Assert.Contains(expected, sent, StringComparison.Ordinal);
        foreach (var secret in new[] { User, "quadspaghetti", conversationId })
            Assert.DoesNotContain(secret, sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scraper_gets_metrics_only_with_the_token_and_nobody_is_in_them()
    {
        const string token = "a-token-of-some-length";
        await using var host = await TestHost.StartAsync("--Metrics:Prometheus=true", $"--Metrics:Token={token}");
        var conversation = await DirectLineConversation.StartAsync(host, User);
        await conversation.SayAsync(Words);

        Assert.Equal(401, (int)(await host.SendAsync(HttpMethod.Get, "/metrics")).StatusCode);
        Assert.Equal(401, (int)(await host.SendAsync(HttpMethod.Get, "/metrics", "another-token-of-some")).StatusCode);
        var scraped = await (await host.SendAsync(HttpMethod.Get, "/metrics", token)).Content.ReadAsStringAsync();

        Assert.Contains("coachbot_turn_duration_seconds_count{", scraped, StringComparison.Ordinal);
        Assert.Contains("http_server_request_duration_seconds_count{", scraped, StringComparison.Ordinal);
        foreach (var secret in new[] { User, "quadspaghetti", conversation.Id })
            Assert.DoesNotContain(secret, scraped, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_setting_there_are_no_metrics()
    {
        await using var host = await TestHost.StartAsync();

        Assert.Equal(404, (int)(await host.SendAsync(HttpMethod.Get, "/metrics")).StatusCode);
    }

    [Fact]
    public async Task Tags_are_of_a_few_kinds_and_their_values_single_words()
    {
        var seen = new ConcurrentDictionary<(string Key, string Value), string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Meter.Name.StartsWith("CoachBot.", StringComparison.Ordinal))
                own.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Keep(instrument, tags));
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Keep(instrument, tags));
        listener.Start();

        var chat = new CoachChat();
        await chat.SayAsync("10k easy, 50 min, effort 3, quads sore 2, slept 8");
        await chat.SayAsync("my chest feels tight and heavy");

        Assert.Contains(seen.Keys, tag => tag is ("tier", not "None"));
        Assert.All(seen, tag =>
        {
            Assert.Contains(tag.Key.Key, KnownTags);
            Assert.Matches("^[A-Za-z0-9-]{1,24}$", tag.Key.Value);
        });

        void Keep(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object>> tags)
        {
            foreach (var (key, value) in tags)
                seen[(key, $"{value}")] = instrument.Name;
        }
    }

    /// <summary>An OpenTelemetry collector that keeps what it is sent, as bytes.</summary>
    private sealed class Collector(WebApplication app) : IAsyncDisposable
    {
        private readonly ConcurrentQueue<byte[]> _bodies = new();

        public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

        public string Everything => string.Concat(_bodies.Select(Encoding.Latin1.GetString));

        public static async Task<Collector> StartAsync()
        {
            var builder = WebApplication.CreateBuilder(["--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None"]);
            var app = builder.Build();
            var collector = new Collector(app);
            app.MapPost("/{**path}", collector.KeepAsync);
            await app.StartAsync();
            return collector;
        }

        public async ValueTask DisposeAsync()
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        private async Task KeepAsync(HttpContext context)
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            _bodies.Enqueue(body.ToArray());
        }
    }
}
