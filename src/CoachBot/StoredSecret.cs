using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CoachBot.BotBuilder;

namespace CoachBot;

/// <summary>A random key that was made once and is kept in the storage, the same for every process over it and after a restart.</summary>
internal static class StoredSecret
{
    public const int Length = 32;

    public static async Task<byte[]> LoadOrMakeAsync(IStorage storage, string storageKey, CancellationToken cancellationToken)
    {
        if (await LoadAsync(storage, storageKey, cancellationToken) is { } kept)
            return kept;

        var made = RandomNumberGenerator.GetBytes(Length);
        try
        {
            var item = new StoredItem(new JsonObject { ["key"] = Convert.ToBase64String(made) });
            await storage.WriteAsync(new Dictionary<string, object> { [storageKey] = item }, cancellationToken);
            return made;
        }
        catch (StorageConflictException)
        {
            // Another process was first: its key is everyone's.
            return await LoadAsync(storage, storageKey, cancellationToken) ?? throw new InvalidOperationException($"The key {storageKey} vanished from the storage.");
        }
    }

    private static async Task<byte[]?> LoadAsync(IStorage storage, string storageKey, CancellationToken cancellationToken)
    {
        var found = await storage.ReadAsync([storageKey], cancellationToken);
        return found.TryGetValue(storageKey, out var item) && ((StoredItem)item).Value["key"]?.GetValue<string>() is { } key
            ? Convert.FromBase64String(key)
            : null;
    }
}
