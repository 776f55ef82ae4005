namespace CoachBot.BotBuilder;

/// <summary>A conditional write came too late: read again and decide again.</summary>
public sealed class StorageConflictException : Exception
{
    public StorageConflictException()
        : this(string.Empty)
    {
    }

    public StorageConflictException(string key)
        : this(key, null)
    {
    }

    public StorageConflictException(string key, Exception? innerException)
        : base($"Etag conflict: someone else wrote '{key}' first.", innerException) => Key = key;

    public string Key { get; }
}
