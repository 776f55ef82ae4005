using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace CoachBot.BotBuilder.Turns;

/// <summary>
/// Keeps what cannot be read, byte for byte, before anything takes its place: below <c>quarantine/</c> and its own key, once per
/// content. An operator looks at it, mends it or deletes it.
/// </summary>
internal sealed class Quarantine(IStorage storage, ILogger log)
{
    public const string Prefix = "quarantine/";

    public async Task KeepAsync(string key, StoredItem item, Exception damage, CancellationToken cancellationToken)
    {
        Log.Quarantined(log, key, damage);
        TurnTelemetry.PutAside();
        var kept = new JsonObject
        {
            ["key"] = key,
            ["reason"] = damage.Message,
            ["base64"] = Convert.ToBase64String(item.Utf8Json.Span),
        };
        var id = Convert.ToHexStringLower(SHA256.HashData(item.Utf8Json.Span))[..16];
        await storage.WriteAsync(
            new Dictionary<string, object> { [$"{Prefix}{key}/{id}"] = new StoredItem(kept, "*") }, cancellationToken);
    }
}
