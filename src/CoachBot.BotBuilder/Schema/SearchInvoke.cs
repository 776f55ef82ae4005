using System.Text.Json.Serialization;

namespace CoachBot.BotBuilder.Schema;

/// <summary>The value of an application/search invoke.</summary>
public class SearchInvokeValue : WireObject
{
    /// <summary>See SearchInvokeTypes.</summary>
    [JsonPropertyName("kind")]
    public string? Kind { get; set; }

    [JsonPropertyName("queryText")]
    public string? QueryText { get; set; }

    [JsonPropertyName("queryOptions")]
    public SearchInvokeOptions? QueryOptions { get; set; }

    [JsonPropertyName("context")]
    public object? Context { get; set; }
}

public class SearchInvokeOptions : WireObject
{
    [JsonPropertyName("skip")]
    public int Skip { get; set; }

    [JsonPropertyName("top")]
    public int Top { get; set; }
}

public class SearchInvokeResponse : AdaptiveCardInvokeResponse
{
}

public static class SearchInvokeTypes
{
    public const string Search = "search";
    public const string SearchAnswer = "searchAnswer";
    public const string Typeahead = "typeahead";
}
