using System.Text.Json.Serialization;

namespace CoachBot.BotBuilder.Dialogs.Choices;

/// <summary>How the choices of a prompt are shown.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ListStyle>))]
public enum ListStyle
{
    /// <summary>The question alone.</summary>
    None,

    /// <summary>What the channel shows best, as <c>ChoiceFactory.ForChannel</c> chooses.</summary>
    Auto,
    Inline,
    List,
    SuggestedAction,
    HeroCard,
}
