using System.Globalization;
using System.Text.Json.Nodes;
using CoachBot.BotBuilder;
using CoachBot.Coaching.Dialogs;
using CoachBot.Coaching.Reminders;

namespace CoachBot.Coaching;

/// <summary>Data goes when its time is over: a runner's old check-ins with their next message, everything about one who stays away with a sweep.</summary>
public sealed class Retention(IStorage storage, CoachOptions options, TimeProvider time)
{
    private const string Conversations = "turns/";
    private const string Runners = "/users/";

    /// <summary>Deletes runners and conversations that were not heard of for <see cref="CoachOptions.RetentionDays"/>.</summary>
    /// <returns>How many documents went, beside schedules of check-ins. 0 also where the storage cannot list what it holds.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        if (storage is not IListingStorage listing)
            return 0;

        var before = Today(time).AddDays(-options.RetentionDays);
        var (old, schedules) = (new List<string>(), new List<string>());
        await foreach (var key in listing.ListAsync("", cancellationToken: cancellationToken))
        {
            if (!IsPersonal(key) || !(await SeenOnAsync(key, cancellationToken) < before))
                continue;
            old.Add(key);
            if (key.Contains(Runners, StringComparison.Ordinal))
                schedules.Add(CheckInSchedule.KeyPrefix + key.Replace(Runners, "/", StringComparison.Ordinal));
        }

        await storage.DeleteAsync([.. old, .. schedules], cancellationToken);
        return old.Count;
    }

    internal static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    internal static RunnerRecord Trim(RunnerRecord runner, DateTimeOffset now, int days)
    {
        var oldest = now.AddDays(-days);
        return runner.History.All(entry => entry.At >= oldest) && !(runner.Last?.At < oldest)
            ? runner
            : runner with { History = [.. runner.History.Where(entry => entry.At >= oldest)], Last = runner.Last?.At < oldest ? null : runner.Last };
    }

    private static bool IsPersonal(string key) =>
        key.StartsWith(Conversations, StringComparison.Ordinal) || key.Contains(Runners, StringComparison.Ordinal);

    /// <summary>Null where nothing in the document tells.</summary>
    private async Task<DateOnly?> SeenOnAsync(string key, CancellationToken cancellationToken)
    {
        var found = await storage.ReadAsync([key], cancellationToken);
        return found.TryGetValue(key, out var item) && item is StoredItem stored ? Latest(stored.Value) : null;
    }

    /// <summary>The property stands in the runner's record, or in the state inside a conversation's document.</summary>
    private static DateOnly? Latest(JsonNode? node) => node is not JsonObject item ? null : item.Max(pair => pair.Key == nameof(RunnerRecord.SeenOn)
        ? DateOnly.TryParse((string?)pair.Value, CultureInfo.InvariantCulture, out var day) ? day : (DateOnly?)null
        : Latest(pair.Value));
}
