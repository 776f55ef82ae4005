using System.Text.Json.Serialization;

namespace CoachBot.BotBuilder.Dialogs.Choices;

/// <summary>How the choices of a prompt are shown.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ListStyle>))]
public enum ListStyle
{
    /// <summary>The question alone.</summary>
    None,

    /// <summary>What the channel shows best; see <see cref="ChoiceFactory.ForChannel(string, IList{Choice}, string, string, ChoiceFactoryOptions)"/>.</summary>
    Auto,
    Inline,
    List,
    SuggestedAction,
    HeroCard,
}
