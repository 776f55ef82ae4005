using CoachBot.Channels.Slack.WebApi;
using Microsoft.Extensions.Caching.Memory;

namespace CoachBot.Channels.Slack;

/// <param name="Name">As the workspace shows it.</param>
/// <param name="TimeZone">An IANA name.</param>
internal sealed record SlackUser(string? Name, string? TimeZone, string? Locale)
{
    public static SlackUser Unknown { get; } = new(null, null, null);
}

/// <summary>What Slack knows of a user. Asked for at most once an hour, and not waited for long: a turn does without.</summary>
internal sealed class SlackUsers(SlackWebApi api, TimeProvider time) : IDisposable
{
    private const int MostKept = 20_000;
    private static readonly TimeSpan MaxAge = TimeSpan.FromHours(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MostKept });

    public async Task<SlackUser> FindAsync(string workspace, string user)
    {
        var asked = Ask($"{workspace}/{user}", MaxAge, () => LoadAsync(workspace, user));
        try
        {
            return await asked.WaitAsync(Patience, time) ?? SlackUser.Unknown;
        }
        catch (TimeoutException)
        {
            return SlackUser.Unknown;
        }
    }

    /// <summary>The direct message channel with a user; null if Slack opens none.</summary>
    public Task<string?> DirectChannelAsync(string workspace, string user) =>
        Ask($"{workspace}/{user}/dm", MaxAge, async () =>
        {
            var opened = await api.OpenConversationAsync(workspace, user, CancellationToken.None);
            return opened.IsDone ? Json.Text(opened.Body, "channel", "id") : null;
        });

    public void Dispose() => _cache.Dispose();

    private async Task<SlackUser?> LoadAsync(string workspace, string user)
    {
        var answer = await api.UserInfoAsync(workspace, user, CancellationToken.None);
        if (!answer.IsDone || Json.Object(answer.Body, "user") is not { } found)
            return null;
        var name = Json.Text(found, "profile", "display_name") ?? Json.Text(found, "real_name") ?? Json.Text(found, "name");
        return new SlackUser(name, Json.Text(found, "tz"), Json.Text(found, "locale"));
    }

    // Those who ask at the same time wait for one answer.
    private Task<T?> Ask<T>(string key, TimeSpan maxAge, Func<Task<T?>> load)
        where T : class
    {
        if (_cache.TryGetValue(key, out Kept<T>? kept) && time.GetUtcNow() < kept!.Until)
            return kept.Value;
        var loading = load();
        Keep(key, new Kept<T>(loading, time.GetUtcNow() + maxAge));
        return AwaitAsync(key, loading);
    }

    private async Task<T?> AwaitAsync<T>(string key, Task<T?> loading)
        where T : class
    {
        var value = await loading;
        if (value is null)
            Keep(key, new Kept<T>(loading, time.GetUtcNow() + AfterFailure));
        return value;
    }

    private void Keep<T>(string key, Kept<T> kept) => _cache.Set(key, kept, new MemoryCacheEntryOptions { Size = 1 });

    private sealed record Kept<T>(Task<T?> Value, DateTimeOffset Until);
}
