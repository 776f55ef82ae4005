using CoachBot.BotBuilder.Schema;

namespace CoachBot.BotBuilder;

public interface ITranscriptLogger
{
    Task LogActivityAsync(IActivity activity);
}

/// <summary>Keeps what was said, by channel and conversation, in order of time and in pages.</summary>
public interface ITranscriptStore : ITranscriptLogger
{
    /// <param name="channelId">The channel.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="continuationToken">From the page before.</param>
    /// <param name="startDate">Leaves out what is older.</param>
    Task<PagedResult<IActivity>> GetTranscriptActivitiesAsync(
        string channelId, string conversationId, string? continuationToken = null, DateTimeOffset startDate = default);

    Task<PagedResult<TranscriptInfo>> ListTranscriptsAsync(string channelId, string? continuationToken = null);

    Task DeleteTranscriptAsync(string channelId, string conversationId);
}

public class PagedResult<T>
{
    public T[] Items { get; set; } = [];

    /// <summary>Asks for the next page; null on the last.</summary>
    public string? ContinuationToken { get; set; }
}

public class TranscriptInfo
{
    public string? ChannelId { get; set; }

    /// <summary>The id of the conversation.</summary>
    public string? Id { get; set; }

    public DateTimeOffset Created { get; set; }
}
