using System.Text.Json.Serialization;

namespace CoachBot.BotBuilder.Schema;

public class SigninCard : WireObject
{
    public SigninCard()
    {
    }

    public SigninCard(string? text = default, IList<CardAction>? buttons = default)
    {
        Text = text;
        Buttons = buttons;
    }

    public const string ContentType = "application/vnd.microsoft.card.signin";

    [JsonPropertyName("text")]
    public string? Text { get; set; }

    [JsonPropertyName("buttons")]
    public IList<CardAction>? Buttons { get; set; }

    public Attachment ToAttachment() => new(ContentType, content: this);

    public static SigninCard Create(string text, string buttonLabel, string url) =>
        new(text, [new CardAction(ActionTypes.Signin, buttonLabel, value: url)]);
}
