using System.Text.Json.Serialization;

namespace CoachBot.BotBuilder.Schema;

/// <summary>The id a channel gave to what was sent.</summary>
public class ResourceResponse : WireObject
{
    public ResourceResponse()
    {
    }

    public ResourceResponse(string? id = default)
    {
        Id = id;
    }

    [JsonPropertyName("id")]
    public string? Id { get; set; }
}

/// <summary>The body of the answer to an activity with delivery mode expectReplies.</summary>
public class ExpectedReplies : WireObject
{
    public ExpectedReplies()
    {
    }

    public ExpectedReplies(IList<Activity>? activities = default)
    {
        Activities = activities;
    }

    [JsonPropertyName("activities")]
    public IList<Activity>? Activities { get; set; }
}

public class ConversationResourceResponse : WireObject
{
    public ConversationResourceResponse()
    {
    }

    public ConversationResourceResponse(string? activityId = default, string? serviceUrl = default, string? id = default)
    {
        ActivityId = activityId;
        ServiceUrl = serviceUrl;
        Id = id;
    }

    [JsonPropertyName("activityId")]
    public string? ActivityId { get; set; }

    [JsonPropertyName("serviceUrl")]
    public string? ServiceUrl { get; set; }

    [JsonPropertyName("id")]
    public string? Id { get; set; }
}

public class PagedMembersResult : WireObject
{
    public PagedMembersResult()
    {
    }

    public PagedMembersResult(string? continuationToken = default, IList<ChannelAccount>? members = default)
    {
        ContinuationToken = continuationToken;
        Members = members;
    }

    [JsonPropertyName("continuationToken")]
    public string? ContinuationToken { get; set; }

    [JsonPropertyName("members")]
    public IList<ChannelAccount>? Members { get; set; }
}
