using System.Threading.Channels;
using CoachBot.BotBuilder.Turns;

namespace CoachBot.Channels.DirectLine;

/// <summary>What waits for one socket. A reader that falls too far behind is cut off; it comes back and reads the log.</summary>
internal sealed class LiveFeed(Action<LiveFeed> unsubscribe) : IDisposable
{
    private const int MostWaiting = 256;

    private readonly Channel<LoggedActivity> _waiting =
        Channel.CreateBounded<LoggedActivity>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    /// <summary>Completes when the reader was cut off.</summary>
    public ChannelReader<LoggedActivity> Entries => _waiting.Reader;

    public void Offer(IReadOnlyList<LoggedActivity> entries)
    {
        foreach (var entry in entries)
        {
            if (!_waiting.Writer.TryWrite(entry))
            {
                _waiting.Writer.TryComplete();
                return;
            }
        }
    }

    public void Dispose()
    {
        unsubscribe(this);
        _waiting.Writer.TryComplete();
    }
}
