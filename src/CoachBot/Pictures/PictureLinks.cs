using CoachBot.BotBuilder;
using CoachBot.Coaching.History;

namespace CoachBot.Pictures;

/// <summary>Addresses of pictures, good for a day. Without the key (the storage did not answer at start) there are none, and words do.</summary>
internal sealed class PictureLinks(PictureOptions options, IStorage storage, ILogger<PictureLinks> log) : IPictureLinks, IHostedService
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);
    private const string StorageKey = "pictures/key";
    private PictureAddress? _addresses;

    public Uri? LinkTo(HistoryPicture picture, DateTimeOffset now)
    {
        var isOnOwnPage = picture.ChannelId == options.OwnPageChannel;
        if (_addresses is null || (options.PublicUrl is null && !isOnOwnPage))
            return null;

        var path = $"pictures/{_addresses.Seal(new SealedPicture(picture, (now + Lifetime).ToUnixTimeSeconds()))}.png";
        return options.PublicUrl is { } host && !isOnOwnPage ? new Uri(host, path) : new Uri($"/{path}", UriKind.Relative);
    }

    public SealedPicture? Open(string token) => _addresses?.Open(token);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            _addresses = new PictureAddress(await StoredSecret.LoadOrMakeAsync(storage, StorageKey, cancellationToken));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.NoPictures(log, e);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
