using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace CoachBot.Channels.BotFramework.Incoming;

/// <summary>
/// The keys that one issuer announces. They are fetched anew twice a day, and at once when a token names a key that is not
/// among them, but not more often than every few minutes. When a fetch fails, the last good keys stay.
/// </summary>
internal sealed class SigningKeys(Uri metadata, IHttpClientFactory http, TimeProvider time, ILogger<SigningKeys> log) : IDisposable
{
    public const string HttpClientName = "BotFramework.Metadata";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);
    private static readonly TimeSpan BetweenForced = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _fetching = new(1, 1);
    private KeySet? _keys;
    private DateTimeOffset _nextFetch = DateTimeOffset.MinValue;
    private DateTimeOffset _nextForced = DateTimeOffset.MinValue;

    public bool IsReady => _keys is not null;

    /// <summary>The key of this id; null if the issuer has none such.</summary>
    /// <exception cref="SigningKeysUnavailableException">No fetch has succeeded yet.</exception>
    public async Task<JsonWebKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        await FetchWhenDueAsync(cancellationToken);
        var keys = _keys ?? throw new SigningKeysUnavailableException(metadata);
        if (keys.Find(keyId) is { } known)
            return known;

        if (time.GetUtcNow() >= _nextForced)
            await FetchAsync(isForced: true, () => ReferenceEquals(keys, _keys) && time.GetUtcNow() >= _nextForced, cancellationToken);
        return _keys.Find(keyId);
    }

    /// <summary>Waits only for the first fetch: who has keys goes on with them meanwhile.</summary>
    public async Task FetchWhenDueAsync(CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() < _nextFetch)
            return;
        var fetch = FetchAsync(isForced: false, () => time.GetUtcNow() >= _nextFetch, cancellationToken);
        if (_keys is null)
            await fetch;
    }

    public void Dispose() => _fetching.Dispose();

    private async Task FetchAsync(bool isForced, Func<bool> isDue, CancellationToken cancellationToken)
    {
        await _fetching.WaitAsync(cancellationToken);
        try
        {
            if (!isDue())
                return;
            _keys = new KeySet(await DownloadAsync());
            _nextFetch = time.GetUtcNow() + Lifetime;
            if (isForced)
                _nextForced = time.GetUtcNow() + BetweenForced;
        }
        catch (Exception e)
        {
            Log.KeysNotFetched(log, metadata, e);
            (_nextFetch, _nextForced) = (time.GetUtcNow() + AfterFailure, time.GetUtcNow() + AfterFailure);
        }
        finally
        {
            _fetching.Release();
        }
    }

    // Not with the request's token: others wait for the same fetch.
    private async Task<JsonWebKeySet> DownloadAsync()
    {
        var documents = new HttpDocumentRetriever(http.CreateClient(HttpClientName)) { RequireHttps = !metadata.IsLoopback };
        var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(metadata.ToString(), documents, CancellationToken.None);
        return configuration.JsonWebKeySet is { Keys.Count: > 0 } keys
            ? keys
            : throw new InvalidDataException($"{metadata} announces no keys.");
    }

    private sealed class KeySet(JsonWebKeySet keys)
    {
        private const int SmallestKeyBits = 2048;

        private readonly Dictionary<string, JsonWebKey> _byId = keys.Keys
            .Where(key => key is { Kty: JsonWebAlgorithmsKeyTypes.RSA, Use: null or "" or JsonWebKeyUseNames.Sig, KeySize: >= SmallestKeyBits })
            .Where(key => !string.IsNullOrEmpty(key.Kid))
            .GroupBy(key => key.Kid, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

        public JsonWebKey? Find(string keyId) => _byId.GetValueOrDefault(keyId);
    }
}

/// <summary>An issuer's keys could not be fetched, so that its tokens cannot be judged.</summary>
internal sealed class SigningKeysUnavailableException(Uri metadata) : Exception($"No keys could be fetched from {metadata} yet.");
