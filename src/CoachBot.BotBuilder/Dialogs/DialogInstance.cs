using System.Text.Json.Serialization;

namespace CoachBot.BotBuilder.Dialogs;

/// <summary>One dialog on the stack, as it is stored.</summary>
public class DialogInstance
{
    [JsonPropertyName("id")]
    public string Id { get; set; } = "";

    /// <summary>
    /// What the dialog remembers. Read back from storage, a value is a string, bool, int, long or double, or a
    /// list or dictionary of these; <see cref="DialogStateExtensions.GetValue{T}"/> gives it its type again.
    /// </summary>
    [JsonPropertyName("state")]
    public IDictionary<string, object> State { get; set; } = new Dictionary<string, object>();

    [JsonPropertyName("StackIndex")]
    public int StackIndex { get; set; }

    /// <summary>Of the container's dialogs, when the instance was begun or last told of a change.</summary>
    [JsonPropertyName("Version")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Version { get; set; }

    /// <summary>The stack it was last seen on, this turn: through it a container finds the dialogs of its parents.</summary>
    [JsonIgnore]
    internal DialogContext? Owner { get; set; }
}
