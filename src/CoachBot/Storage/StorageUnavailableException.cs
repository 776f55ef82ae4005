namespace CoachBot.Storage;

/// <summary>The storage is away or refuses; nothing was stored, and the same call may succeed later.</summary>
internal sealed class StorageUnavailableException(Exception fault) : Exception($"The storage failed: {fault.Message}", fault);
