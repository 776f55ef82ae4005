using System.Security.Cryptography;
using System.Text;
using CoachBot.BotBuilder;

namespace CoachBot.Channels.DirectLine;

/// <summary>
/// The key of our tokens: derived from <c>DirectLine:Secret</c>, or in Development, without one, made once and kept in the storage,
/// so that an open page goes on after a restart.
/// </summary>
internal sealed class SigningKey(DirectLineOptions options, IStorage storage) : IHostedService
{
    private byte[]? _value;

    public bool IsReady => _value is not null;

    /// <exception cref="InvalidOperationException">The host has not started yet.</exception>
    public byte[] Value => _value ?? throw new InvalidOperationException("The signing key is loaded when the host starts.");

    public async Task StartAsync(CancellationToken cancellationToken) =>
        _value = options.Secret is { } secret ? Derive(secret) : await StoredSecret.LoadOrMakeAsync(storage, "directline/signing-key", cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static byte[] Derive(string secret) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), StoredSecret.Length, info: "CoachBot Direct Line tokens"u8.ToArray());
}
