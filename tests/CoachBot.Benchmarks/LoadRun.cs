using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace CoachBot.Benchmarks;

/// <summary>
/// Many pages at once, against a host in a process of its own: each has its socket open, some of them talk. Prints latencies from
/// sending a message to seeing its answer on the socket, and the host's memory. <c>load [sockets] [turns a second] [seconds]</c>
/// </summary>
internal static class LoadRun
{
    private static readonly string[] Words = ["help", "12k easy in 65 min, effort 4", "cancel", "should i ice bath?"];

    public static async Task<int> RunAsync(string[] args)
    {
        var (sockets, rate, seconds) = (Number(args, 0, 500), Number(args, 1, 50), Number(args, 2, 60));
        var database = Path.Combine(Directory.CreateTempSubdirectory("coachbot").FullName, "coach.db");
        using var host = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "CoachBot.dll"), "serve", "--urls=http://127.0.0.1:39780", $"--Storage:Path={database}",
                "--DirectLine:Secret=load-load-load-load-load-load-load", "--Logging:LogLevel:Default=Error"])
        {
            RedirectStandardOutput = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development" },
        })!;
        try
        {
            await host.StandardOutput.ReadLineAsync();
            using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = new Uri("http://127.0.0.1:39780") };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "load-load-load-load-load-load-load");
            var pages = new ConcurrentBag<Page>();
            await Parallel.ForEachAsync(Enumerable.Range(0, sockets), new ParallelOptions { MaxDegreeOfParallelism = 16 },
                async (i, _) => pages.Add(await Page.OpenAsync(client, i)));
            Report(host, $"{pages.Count} sockets open");
            await Parallel.ForEachAsync(pages.Take(rate * seconds), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (page, _) =>
            {
                // What the coach keeps is agreed on first.
                await page.SayAsync("yes");
                await page.SayAsync("cancel");
            });
            Report(host, "met");
            await TalkAsync(host, [.. pages], rate, seconds);
            foreach (var page in pages)
                page.Dispose();
            await Task.Delay(TimeSpan.FromSeconds(5), TimeProvider.System);
            Report(host, "all sockets closed");
            return 0;
        }
        finally
        {
            host.Kill();
        }
    }

    private static async Task TalkAsync(Process host, Page[] pages, int rate, int seconds)
    {
        var (taken, refused) = (0, 0);
        var latencies = new ConcurrentBag<double>();
        var running = new ConcurrentBag<Task>();
        using var tick = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / rate), TimeProvider.System);
        var clock = Stopwatch.StartNew();
        var next = 0;
        while (clock.Elapsed.TotalSeconds < seconds && await tick.WaitForNextTickAsync())
        {
            // The timer skips ticks when it is late; the rate is kept all the same.
            for (; next < clock.Elapsed.TotalSeconds * rate; next++)
                running.Add(SayAsync(pages[next % pages.Length], Words[next / pages.Length % Words.Length]));
            if (next % (rate * 30) == 0)
                Report(host, $"{clock.Elapsed.TotalSeconds:0} s");
        }

        await Task.WhenAll(running);
        var sorted = latencies.Order().ToArray();
        Report(host, string.Create(CultureInfo.InvariantCulture,
            $"{taken} turns in {clock.Elapsed.TotalSeconds:0} s ({taken / clock.Elapsed.TotalSeconds:0}/s), {refused} refused; "
            + $"answer seen after p50 {At(sorted, 0.5):0} ms, p99 {At(sorted, 0.99):0} ms, most {sorted.LastOrDefault():0} ms"));

        async Task SayAsync(Page page, string text)
        {
            var begun = Stopwatch.GetTimestamp();
            if (!await page.SayAsync(text))
            {
                Interlocked.Increment(ref refused);
                return;
            }

            Interlocked.Increment(ref taken);
            latencies.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }
    }

    private static void Report(Process host, string what)
    {
        host.Refresh();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}; host: {host.WorkingSet64 / 1_000_000.0:0} MB, {host.TotalProcessorTime.TotalSeconds:0} s of processor"));
    }

    private static double At(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[(int)((sorted.Length - 1) * share)];

    private static int Number(string[] args, int at, int otherwise) =>
        args.Length > at ? int.Parse(args[at], CultureInfo.InvariantCulture) : otherwise;

    /// <summary>One conversation with its socket. One message at a time: it waits for the answer.</summary>
    private sealed class Page(HttpClient client, string id, ClientWebSocket socket) : IDisposable
    {
        private readonly SemaphoreSlim _turn = new(1);
        private readonly SemaphoreSlim _answered = new(0);

        public static async Task<Page> OpenAsync(HttpClient client, int i)
        {
            using var started = await client.PostAsJsonAsync("/v3/directline/conversations", new { user = new { id = $"dl_load{i}" } });
            var answer = (await started.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>())!;
            var socket = new ClientWebSocket();
            await socket.ConnectAsync(new Uri((string)answer["streamUrl"]!), CancellationToken.None);
            var page = new Page(client, (string)answer["conversationId"]!, socket);
            _ = page.ListenAsync();
            return page;
        }

        public async Task<bool> SayAsync(string text)
        {
            await _turn.WaitAsync();
            try
            {
                using var answer = await client.PostAsJsonAsync(
                    $"/v3/directline/conversations/{id}/activities", new { type = "message", text, from = new { id = $"dl_{id}" } });
                return answer.IsSuccessStatusCode && await _answered.WaitAsync(TimeSpan.FromSeconds(30));
            }
            finally
            {
                _turn.Release();
            }
        }

        public void Dispose()
        {
            socket.Abort();
            socket.Dispose();
        }

        private async Task ListenAsync()
        {
            var buffer = new byte[64 * 1024];
            try
            {
                while (true)
                {
                    var length = 0;
                    ValueWebSocketReceiveResult part;
                    do
                    {
                        part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                        length += part.Count;
                    }
                    while (!part.EndOfMessage);
                    var set = JsonNode.Parse(buffer.AsSpan(0, length))!;
                    if (set["activities"]!.AsArray().Any(activity => (string?)activity!["replyToId"] is not null))
                        _answered.Release();
                }
            }
            catch (Exception e) when (e is WebSocketException or ObjectDisposedException)
            {
                // The run is over.
            }
        }
    }
}
