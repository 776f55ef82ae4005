namespace CoachBot.BotBuilder.Turns;

/// <summary>
/// One conversation in this process: who may take the next turn, and the document as it was last seen.
/// Everything but the counters is used only by the one who holds the turn.
/// </summary>
internal sealed class Mailbox(string key) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private int _inside;
    private bool _erased;

    public string Key { get; } = key;

    /// <summary>Null until loaded, and again after another process wrote first.</summary>
    public ConversationDocument? Document { get; private set; }

    public string? ETag { get; private set; }

    public int Bytes { get; private set; }

    /// <summary>The document holds delivery marks that are not stored yet.</summary>
    public bool IsAhead { get; private set; }

    /// <summary>Another conversation's turn erased this one in the storage: what is kept here of it no longer counts.</summary>
    public bool IsErased { get => Volatile.Read(ref _erased); set => Volatile.Write(ref _erased, value); }

    /// <summary>Those waiting and the one inside.</summary>
    public int Count => Volatile.Read(ref _inside);

    /// <summary>First come, first served. False if <paramref name="limit"/> others are here already.</summary>
    public async Task<bool> EnterAsync(int limit, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _inside) > limit)
        {
            Interlocked.Decrement(ref _inside);
            return false;
        }

        try
        {
            await _turn.WaitAsync(cancellationToken);
            return true;
        }
        catch
        {
            Interlocked.Decrement(ref _inside);
            throw;
        }
    }

    public void Leave()
    {
        Interlocked.Decrement(ref _inside);
        _turn.Release();
    }

    public void Keep(ConversationDocument document, string? etag, int bytes) =>
        (Document, ETag, Bytes, IsAhead) = (document, etag, bytes, false);

    /// <summary>Marks that the next write will carry.</summary>
    public void Amend(ConversationDocument document) => (Document, IsAhead) = (document, true);

    public void Forget() => (Document, ETag, Bytes, IsAhead, IsErased) = (null, null, 0, false, false);

    public void Dispose() => _turn.Dispose();
}
