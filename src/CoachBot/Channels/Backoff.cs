using System.Security.Cryptography;

namespace CoachBot.Channels;

/// <summary>How long to wait before the next try.</summary>
internal static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Doubles with every try, and differs each time by up to half, so that those who failed together do not come back together.
    /// </summary>
    /// <param name="attempt">1 for the first that failed.</param>
    /// <param name="atLeast">What the other side asked for.</param>
    /// <param name="atMost">Caps the doubling, not what was asked for.</param>
    public static TimeSpan After(int attempt, TimeSpan atLeast, TimeSpan atMost)
    {
        var doubled = First * Math.Pow(2, attempt - 1);
        var wait = doubled < atMost ? doubled : atMost;
        var jitter = RandomNumberGenerator.GetInt32(500, 1500) / 1000.0;
        return atLeast + (wait * jitter);
    }

    /// <summary>The answer's Retry-After, in either of its two forms; zero without one.</summary>
    public static TimeSpan RetryAfter(HttpResponseMessage response, TimeProvider time)
    {
        var asked = response.Headers.RetryAfter;
        var wait = asked?.Delta ?? (asked?.Date - time.GetUtcNow()) ?? TimeSpan.Zero;
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}
