namespace CoachBot.Channels.BotFramework.Outgoing;

/// <summary>
/// Our own token for Connectors: fetched once for all who wait, kept, and fetched anew in the background when four fifths of
/// its life are over.
/// </summary>
internal sealed class AccessTokens(IAccessTokenSource source, TimeProvider time, ILogger<AccessTokens> log)
{
    private const double RefreshAfter = 0.8;
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private Kept? _kept;
    private Task<Kept>? _fetch;
    private DateTimeOffset _nextRefresh;

    /// <summary>A token that is valid now; null if calls need none.</summary>
    /// <exception cref="AccessTokenException">None could be had.</exception>
    public async ValueTask<string?> GetAsync(CancellationToken cancellationToken)
    {
        if (!source.IsNeeded)
            return null;

        Task<Kept> fetch;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (_kept is { } kept && now < kept.Token.ExpiresAt)
            {
                if (now >= kept.RefreshAt && now >= _nextRefresh)
                    _ = FetchOnce();
                return kept.Token.Value;
            }

            fetch = FetchOnce();
        }

        return (await fetch.WaitAsync(cancellationToken)).Token.Value;
    }

    /// <summary>A Connector did not take this token: the next caller gets another one.</summary>
    public void Reject(string token)
    {
        lock (_lock)
        {
            if (_kept?.Token.Value == token)
                _kept = null;
        }
    }

    private Task<Kept> FetchOnce() => _fetch ??= FetchAsync();

    // Not with a caller's token: others wait for the same fetch.
    private async Task<Kept> FetchAsync()
    {
        await Task.Yield();
        try
        {
            var token = await source.FetchAsync(CancellationToken.None);
            var now = time.GetUtcNow();
            var kept = new Kept(token, now + ((token.ExpiresAt - now) * RefreshAfter));
            lock (_lock)
                (_kept, _fetch) = (kept, null);
            return kept;
        }
        catch (Exception e)
        {
            Log.TokenNotFetched(log, e.Message);
            lock (_lock)
                (_fetch, _nextRefresh) = (null, time.GetUtcNow() + AfterFailure);
            throw e as AccessTokenException ?? new AccessTokenException($"No token could be had: {e.Message}", e);
        }
    }

    private sealed record Kept(AccessToken Token, DateTimeOffset RefreshAt);
}

internal sealed record AccessToken(string Value, DateTimeOffset ExpiresAt);

/// <summary>Where tokens come from: one per kind of registration.</summary>
internal interface IAccessTokenSource
{
    bool IsNeeded { get; }

    /// <exception cref="AccessTokenException">None was given.</exception>
    Task<AccessToken> FetchAsync(CancellationToken cancellationToken);
}

/// <summary>No token could be had. The message is for the operator.</summary>
internal sealed class AccessTokenException(string message, Exception? inner = null) : Exception(message, inner);
