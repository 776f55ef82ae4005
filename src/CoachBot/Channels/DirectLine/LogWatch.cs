using CoachBot.BotBuilder.Turns;

namespace CoachBot.Channels.DirectLine;

/// <summary>
/// Where several hosts share a storage: looks at the logs of conversations whose sockets are open here, and passes on what other
/// hosts wrote. Often while there is news, seldom after a quiet time, so that open pages cost little.
/// </summary>
internal sealed class LogWatch(DirectLineChannel channel, TurnEngine engine, TurnOptions options, TimeProvider time, ILogger<LogWatch> log)
    : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan QuietInterval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan QuietAfter = TimeSpan.FromMinutes(10);
    private const int MostAtOnce = 16;

    private Dictionary<string, Watched> _watched = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.SharesStorage)
            return;
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Log.LogsNotRead(log, e);
            }
        }
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        var now = time.GetUtcNow();
        _watched = channel.OpenConversations.ToDictionary(id => id, id => _watched.GetValueOrDefault(id) ?? new Watched(now), StringComparer.Ordinal);
        var due = _watched.Where(pair => pair.Value.LookedAt + (now - pair.Value.NewsAt > QuietAfter ? QuietInterval : Interval) <= now);
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = stoppingToken },
            async (pair, ended) => await LookAsync(pair.Key, pair.Value, now, ended));
    }

    private async Task LookAsync(string conversationId, Watched watched, DateTimeOffset now, CancellationToken ended)
    {
        watched.LookedAt = now;
        if (await engine.ReadLogAsync(DirectLineChannel.Id, conversationId, ended) is not { } found || found.LastSequence == watched.LastSequence)
            return;

        // Sockets know by the numbers what they had already.
        channel.Publish(conversationId, found.Since(watched.LastSequence));
        (watched.LastSequence, watched.NewsAt) = (found.LastSequence, now);
    }

    private sealed class Watched(DateTimeOffset now)
    {
        public DateTimeOffset LookedAt { get; set; }

        public DateTimeOffset NewsAt { get; set; } = now;

        public long LastSequence { get; set; }
    }
}
