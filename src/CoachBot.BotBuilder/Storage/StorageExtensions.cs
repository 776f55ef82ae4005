using System.Text.Json.Nodes;

namespace CoachBot.BotBuilder;

public static class StorageExtensions
{
    /// <summary>The objects of that shape; each <see cref="IStoreItem"/> with the ETag it was read with.</summary>
    public static async Task<IDictionary<string, T>> ReadAsync<T>(
        this IStorage storage, string[] keys, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(storage);
        var items = await storage.ReadAsync(keys, cancellationToken);
        var result = new Dictionary<string, T>(items.Count);
        foreach (var (key, value) in items)
        {
            if (Shape<T>(value) is { } typed)
                result[key] = typed;
        }

        return result;
    }

    private static T? Shape<T>(object? value)
        where T : class => value switch
        {
            T typed => typed,
            StoredItem item => item.As<T>(),
            JsonObject json => new StoredItem(json).As<T>(),
            null => null,
            _ => StateJson.Convert<T>(value),
        };
}
