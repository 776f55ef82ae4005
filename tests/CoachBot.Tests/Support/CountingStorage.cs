using CoachBot.BotBuilder;

namespace CoachBot.Tests.Support;

internal sealed class CountingStorage(IStorage inner) : IStorage
{
    public (int Reads, int Writes) Counts { get; private set; }

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        Counts = (Counts.Reads + 1, Counts.Writes);
        return inner.ReadAsync(keys, cancellationToken);
    }

    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        Counts = (Counts.Reads, Counts.Writes + 1);
        return inner.WriteAsync(changes, cancellationToken);
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default) => inner.DeleteAsync(keys, cancellationToken);
}
