using System.Globalization;
using System.Threading.RateLimiting;
using CoachBot.Coaching.History;
using Microsoft.Net.Http.Headers;

namespace CoachBot.Pictures;

/// <summary><c>GET /pictures/{token}.png</c>: draws what the token stands for, while it is good and there is something to show.</summary>
internal sealed class PictureEndpoint(PictureLinks links, HistoryPictures pictures, TimeProvider time) : IDisposable
{
    private const int DrawnAtOnce = 2;
    private const int Waiting = 50;

    private static readonly TimeSpan KeptByBrowser = TimeSpan.FromMinutes(5);

    // Drawing takes the processor some ten milliseconds; a turn must not wait for it.
    private readonly ConcurrencyLimiter _drawing = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = DrawnAtOnce,
        QueueLimit = Waiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    private readonly PartitionedRateLimiter<string> _perRunner = PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = 30,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromSeconds(2),
            QueueLimit = 0,
        }));

    public async Task<IResult> GetAsync(HttpContext context, string token)
    {
        if (links.Open(token) is not { } found)
            return Results.NotFound();

        var left = DateTimeOffset.FromUnixTimeSeconds(found.Until) - time.GetUtcNow();
        if (left <= TimeSpan.Zero)
            return Results.StatusCode(StatusCodes.Status410Gone);

        using var turn = _perRunner.AttemptAcquire($"{found.Picture.ChannelId}/{found.Picture.UserId}");
        if (!turn.IsAcquired)
            return TryLater(context.Response);
        if (await pictures.FindAsync(found.Picture, context.RequestAborted) is not { } chart)
            return Results.NotFound();

        using var place = await _drawing.AcquireAsync(1, context.RequestAborted);
        if (!place.IsAcquired)
            return TryLater(context.Response);

        PutHeaders(context.Response, left < KeptByBrowser ? left : KeptByBrowser);
        return Results.Bytes(HistoryDrawing.ToPng(chart), "image/png");
    }

    public void Dispose()
    {
        _drawing.Dispose();
        _perRunner.Dispose();
    }

    private static void PutHeaders(HttpResponse response, TimeSpan kept)
    {
        response.Headers.CacheControl = $"private, max-age={((int)kept.TotalSeconds).ToString(CultureInfo.InvariantCulture)}";
        response.Headers["X-Robots-Tag"] = "noindex";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileName = "history.png" }.ToString();
    }

    private static IResult TryLater(HttpResponse response)
    {
        response.Headers.RetryAfter = "2";
        return Results.StatusCode(StatusCodes.Status429TooManyRequests);
    }
}
