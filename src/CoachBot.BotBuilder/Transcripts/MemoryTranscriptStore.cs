using CoachBot.BotBuilder.Schema;

namespace CoachBot.BotBuilder;

/// <summary>Transcripts that end with the process, without bound: for tests.</summary>
public class MemoryTranscriptStore : ITranscriptStore
{
    private const int PageSize = 20;
    private readonly Lock _lock = new();
    private readonly Dictionary<(string ChannelId, string ConversationId), List<IActivity>> _transcripts = [];

    public Task LogActivityAsync(IActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var key = (activity.ChannelId ?? string.Empty, activity.Conversation?.Id ?? string.Empty);
        lock (_lock)
        {
            if (!_transcripts.TryGetValue(key, out var transcript))
                _transcripts[key] = transcript = [];
            transcript.Add(activity);
        }

        return Task.CompletedTask;
    }

    public Task<PagedResult<IActivity>> GetTranscriptActivitiesAsync(
        string channelId, string conversationId, string? continuationToken = null, DateTimeOffset startDate = default)
    {
        ArgumentNullException.ThrowIfNull(channelId);
        ArgumentNullException.ThrowIfNull(conversationId);
        lock (_lock)
        {
            var transcript = _transcripts.GetValueOrDefault((channelId, conversationId)) ?? [];
            var inOrder = transcript.Where(activity => activity.Timestamp >= startDate).OrderBy(activity => activity.Timestamp);
            return Task.FromResult(Page(inOrder, activity => activity.Id, continuationToken));
        }
    }

    public Task<PagedResult<TranscriptInfo>> ListTranscriptsAsync(string channelId, string? continuationToken = null)
    {
        ArgumentNullException.ThrowIfNull(channelId);
        lock (_lock)
        {
            var transcripts = _transcripts
                .Where(transcript => transcript.Key.ChannelId == channelId)
                .Select(transcript => new TranscriptInfo
                {
                    ChannelId = channelId,
                    Id = transcript.Key.ConversationId,
                    Created = transcript.Value[0].Timestamp ?? default,
                })
                .OrderBy(transcript => transcript.Created);
            return Task.FromResult(Page(transcripts, transcript => transcript.Id, continuationToken));
        }
    }

    public Task DeleteTranscriptAsync(string channelId, string conversationId)
    {
        ArgumentNullException.ThrowIfNull(channelId);
        ArgumentNullException.ThrowIfNull(conversationId);
        lock (_lock)
            _transcripts.Remove((channelId, conversationId));
        return Task.CompletedTask;
    }

    private static PagedResult<T> Page<T>(IEnumerable<T> items, Func<T, string?> idOf, string? continuationToken)
    {
        var rest = continuationToken is null ? items : items.SkipWhile(item => idOf(item) != continuationToken).Skip(1);
        var page = rest.Take(PageSize).ToArray();
        return new PagedResult<T> { Items = page, ContinuationToken = page.Length == PageSize ? idOf(page[^1]) : null };
    }
}
