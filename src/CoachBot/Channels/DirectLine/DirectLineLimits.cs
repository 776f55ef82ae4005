using System.Threading.RateLimiting;

namespace CoachBot.Channels.DirectLine;

/// <summary>How often one may call. A person types and a page polls far below these rates.</summary>
internal sealed class DirectLineLimits : IDisposable
{
    private const int RetryAfterS = 2;

    /// <summary>All calls of one conversation: 200 at once, 20 a second for long.</summary>
    public PartitionedRateLimiter<string> Calls { get; } = PerKey(burst: 200, perSecond: 20);

    /// <summary>New conversations from one network address without the secret: 60 at once, one a second for long.</summary>
    public PartitionedRateLimiter<string> Visitors { get; } = PerKey(burst: 60, perSecond: 1);

    public static bool Admits(PartitionedRateLimiter<string> limiter, string key, out int retryAfterS)
    {
        retryAfterS = RetryAfterS;
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        Calls.Dispose();
        Visitors.Dispose();
    }

    private static PartitionedRateLimiter<string> PerKey(int burst, int perSecond) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }));
}
