using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CoachBot.BotBuilder;
using Microsoft.AspNetCore.DataProtection;

namespace CoachBot.Channels.Slack.Install;

/// <summary>The token of each workspace: encrypted in the storage, or the one from the settings.</summary>
internal sealed class Installations(
    SlackOptions options, IStorage storage, IDataProtectionProvider protection, TimeProvider time, ILogger<Installations> log)
{
    // Another process may install or remove a workspace at any time; what is used from here is at most this old.
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(1);

    private readonly IDataProtector _protector = protection.CreateProtector("Slack.BotToken");
    private readonly ConcurrentDictionary<string, Cached> _cache = new(StringComparer.Ordinal);

    /// <summary>Null when the workspace has not installed the app.</summary>
    public async ValueTask<string?> TokenAsync(string workspace, CancellationToken cancellationToken)
    {
        if (options.BotToken is { } only)
            return only;
        if (_cache.TryGetValue(workspace, out var cached) && time.GetUtcNow() - cached.ReadAt < MaxAge)
            return cached.Token;

        var found = await storage.ReadAsync([Key(workspace)], cancellationToken);
        var token = found.TryGetValue(Key(workspace), out var item) ? Decrypt(workspace, ((StoredItem)item).Value) : null;
        _cache[workspace] = new Cached(token, time.GetUtcNow());
        return token;
    }

    /// <summary>Whether messages from there are answered at all.</summary>
    public async ValueTask<bool> IsInstalledAsync(string workspace, CancellationToken cancellationToken) =>
        await TokenAsync(workspace, cancellationToken) is not null;

    /// <summary>A second installation replaces the first: Slack gives the same workspace a new token.</summary>
    public async Task KeepAsync(string workspace, string token, CancellationToken cancellationToken)
    {
        var item = new StoredItem(new JsonObject { ["token"] = _protector.Protect(token), ["installedAt"] = time.GetUtcNow() }, "*");
        await storage.WriteAsync(new Dictionary<string, object> { [Key(workspace)] = item }, cancellationToken);
        _cache[workspace] = new Cached(token, time.GetUtcNow());
    }

    public async Task RemoveAsync(string workspace, CancellationToken cancellationToken)
    {
        await storage.DeleteAsync([Key(workspace)], cancellationToken);
        Forget(workspace);
    }

    /// <summary>The token was not taken: perhaps there is another one by now.</summary>
    public void Forget(string workspace) => _cache.TryRemove(workspace, out _);

    private string? Decrypt(string workspace, JsonObject stored)
    {
        try
        {
            return _protector.Unprotect(Json.Text(stored, "token") ?? "");
        }
        catch (CryptographicException e)
        {
            Log.SlackTokenUnreadable(log, workspace, e);
            return null;
        }
    }

    private static string Key(string workspace) => $"slack/installations/{workspace}";

    private sealed record Cached(string? Token, DateTimeOffset ReadAt);
}
