using System.Text.Json;
using System.Text.Json.Serialization;
using CoachBot.BotBuilder.Dialogs.Choices;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.BotBuilder.Dialogs;

/// <summary>What a prompt asks. Kept in the state of the prompt until it is answered.</summary>
public class PromptOptions
{
    public PromptOptions()
    {
    }

    public PromptOptions(Activity? prompt = null, IList<Choice>? choices = null)
    {
        Prompt = prompt;
        Choices = choices;
    }

    [JsonPropertyName("prompt")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Activity? Prompt { get; set; }

    /// <summary>After an answer that was not accepted; the prompt itself when null.</summary>
    [JsonPropertyName("retryPrompt")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Activity? RetryPrompt { get; set; }

    [JsonPropertyName("choices")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IList<Choice>? Choices { get; set; }

    /// <summary>Goes before the style of the prompt.</summary>
    [JsonPropertyName("style")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ListStyle? Style { get; set; }

    /// <summary>Anything the validator needs.</summary>
    [JsonPropertyName("validations")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public object? Validations { get; set; }

    /// <summary>The language of the answer when it is not that of the activity.</summary>
    [JsonPropertyName("recognizeLanguage")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RecognizeLanguage { get; set; }

    /// <summary>
    /// A name for the question instead of the question: the turn's <see cref="IPromptRenderer"/> makes everything else
    /// from it whenever it is needed, so that no text and no card is stored and the language is that of the moment.
    /// </summary>
    [JsonPropertyName("key")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Key { get; set; }

    /// <summary>What the renderer puts into the question.</summary>
    [JsonPropertyName("arguments")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IDictionary<string, string>? Arguments { get; set; }

    /// <summary>The properties of a derived class, when its options are read as these.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
