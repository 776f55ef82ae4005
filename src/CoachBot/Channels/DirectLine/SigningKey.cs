using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CoachBot.BotBuilder;

namespace CoachBot.Channels.DirectLine;

/// <summary>
/// The key of our tokens: derived from <c>DirectLine:Secret</c>, or in Development, without one, made once and kept in the storage,
/// so that an open page goes on after a restart.
/// </summary>
internal sealed class SigningKey(DirectLineOptions options, IStorage storage) : IHostedService
{
    private const string StorageKey = "directline/signing-key";
    private const int Length = 32;
    private byte[]? _value;

    public bool IsReady => _value is not null;

    /// <exception cref="InvalidOperationException">The host has not started yet.</exception>
    public byte[] Value => _value ?? throw new InvalidOperationException("The signing key is loaded when the host starts.");

    public async Task StartAsync(CancellationToken cancellationToken) =>
        _value = options.Secret is { } secret ? Derive(secret) : await LoadOrMakeAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static byte[] Derive(string secret) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), Length, info: "CoachBot Direct Line tokens"u8.ToArray());

    private async Task<byte[]> LoadOrMakeAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } kept)
            return kept;

        var made = RandomNumberGenerator.GetBytes(Length);
        try
        {
            var item = new StoredItem(new JsonObject { ["key"] = Convert.ToBase64String(made) });
            await storage.WriteAsync(new Dictionary<string, object> { [StorageKey] = item }, cancellationToken);
            return made;
        }
        catch (StorageConflictException)
        {
            // Another process was first: its key is everyone's.
            return await LoadAsync(cancellationToken) ?? throw new InvalidOperationException("The signing key vanished from the storage.");
        }
    }

    private async Task<byte[]?> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await storage.ReadAsync([StorageKey], cancellationToken);
        return found.TryGetValue(StorageKey, out var item) && ((StoredItem)item).Value["key"]?.GetValue<string>() is { } key
            ? Convert.FromBase64String(key)
            : null;
    }
}
