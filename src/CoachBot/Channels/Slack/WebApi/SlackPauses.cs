using System.Collections.Concurrent;

namespace CoachBot.Channels.Slack.WebApi;

/// <summary>
/// Who must wait because Slack said so: the messages of one channel, or one method in one workspace. Each process counts for itself.
/// </summary>
internal sealed class SlackPauses(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _until = new(StringComparer.Ordinal);

    public async Task WaitAsync(string what, CancellationToken cancellationToken)
    {
        while (_until.TryGetValue(what, out var until))
        {
            var wait = until - time.GetUtcNow();
            if (wait <= TimeSpan.Zero)
                _until.TryRemove(new KeyValuePair<string, DateTimeOffset>(what, until));
            else
                await Task.Delay(wait, time, cancellationToken);
        }
    }

    public void Begin(string what, TimeSpan duration)
    {
        var until = time.GetUtcNow() + duration;
        _until.AddOrUpdate(what, until, (_, earlier) => earlier > until ? earlier : until);
    }
}
