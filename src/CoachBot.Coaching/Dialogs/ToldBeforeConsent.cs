using System.Collections.Concurrent;

namespace CoachBot.Coaching.Dialogs;

/// <summary>
/// What runners told before they agreed that it is kept: in memory, for ten minutes, and never in a storage. A process that
/// ends forgets it; the runner is then asked again.
/// </summary>
internal sealed class ToldBeforeConsent(TimeProvider time)
{
    private const int Most = 10_000;
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, (string Text, DateTimeOffset At)> _told = new(StringComparer.Ordinal);

    public string? Find(string runner) => _told.TryGetValue(runner, out var told) && time.GetUtcNow() - told.At < Held ? told.Text : null;

    /// <param name="runner">Who told it.</param>
    /// <param name="text">Null forgets it.</param>
    public void Keep(string runner, string? text)
    {
        if (text is null)
        {
            _told.TryRemove(runner, out _);
            return;
        }

        var now = time.GetUtcNow();
        if (_told.Count >= Most)
        {
            foreach (var (key, _) in _told.Where(entry => now - entry.Value.At >= Held))
                _told.TryRemove(key, out _);
        }

        if (_told.Count < Most)
            _told[runner] = (text, now);
    }
}
