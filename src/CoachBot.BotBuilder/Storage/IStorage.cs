namespace CoachBot.BotBuilder;

/// <summary>JSON objects by key. Every store passes the same contract suite in the tests.</summary>
public interface IStorage
{
    /// <returns>What exists, by key; each value is a <see cref="StoredItem"/>. Keys without a value are left out.</returns>
    Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes each value whole. For an <see cref="IStoreItem"/> its ETag decides: null or empty means the key must not exist yet,
    /// "*" means whatever is there, anything else must be the ETag of what is there. Other objects are written unconditionally.
    /// Afterwards the ETag of each item is the new one.
    /// </summary>
    /// <exception cref="StorageConflictException">Someone else wrote first; that key is unchanged.</exception>
    Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default);

    /// <summary>Deletes what is there; a key that is not is no error.</summary>
    Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default);
}

/// <summary>The storage of one turn: it holds writes back until the turn is committed. State uses it when the turn has one.</summary>
public interface ITurnStorage : IStorage
{
}

/// <summary>An object that knows which version of it was read.</summary>
public interface IStoreItem
{
    string? ETag { get; set; }
}
