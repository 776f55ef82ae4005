using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.Tests.BotBuilder;

public sealed class MessageFactoryTests
{
    private static readonly Attachment[] TwoFiles = [new("a/a", name: "a"), new("b/b", name: "b")];

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Empty_text_is_left_out(string? text)
    {
        var message = MessageFactory.Text(text, text);
        Assert.Null(message.Text);
        Assert.Null(message.Speak);
        Assert.Equal("message", message.Type);
    }

    [Fact]
    public void Text_carries_speech_and_hint()
    {
        var message = MessageFactory.Text("text", "ssml", InputHints.ExpectingInput);
        Assert.Equal(("text", "ssml", InputHints.ExpectingInput), (message.Text, message.Speak, message.InputHint));
    }

    [Fact]
    public void Input_is_accepted_unless_said_otherwise() => Assert.Equal(InputHints.AcceptingInput, MessageFactory.Text("x").InputHint);

    [Fact]
    public void Suggested_texts_become_buttons_that_say_them()
    {
        var message = MessageFactory.SuggestedActions(["one", "two"], "text", "ssml", InputHints.ExpectingInput);
        Assert.Equal(("text", "ssml", InputHints.ExpectingInput), (message.Text, message.Speak, message.InputHint));
        Assert.Equal(["one", "two"], message.SuggestedActions.Actions.Select(action => action.Title));
        Assert.All(message.SuggestedActions.Actions, action => Assert.Equal((ActionTypes.ImBack, action.Title), (action.Type, action.Value)));
    }

    [Fact]
    public void Suggested_actions_are_taken_once_and_may_come_from_any_sequence()
    {
        var runs = 0;
        IEnumerable<CardAction> Lazy()
        {
            runs++;
            yield return new CardAction(title: "one");
        }

        var message = MessageFactory.SuggestedActions(Lazy());
        Assert.Single(message.SuggestedActions.Actions);
        Assert.Single(message.SuggestedActions.Actions);
        Assert.Equal(1, runs);
    }

    [Fact]
    public void Suggested_actions_can_be_for_some_only() =>
        Assert.Equal(["u1"], MessageFactory.SuggestedActions([new CardAction()], null, null, null, ["u1"]).SuggestedActions.To);

    [Fact]
    public void Attachments_are_listed()
    {
        var message = MessageFactory.Attachment(TwoFiles, "text");
        Assert.Equal((AttachmentLayoutTypes.List, "text"), (message.AttachmentLayout, message.Text));
        Assert.Equal(TwoFiles, message.Attachments);
        Assert.Same(TwoFiles[0], Assert.Single(MessageFactory.Attachment(TwoFiles[0]).Attachments));
    }

    [Fact]
    public void A_carousel_has_its_layout()
    {
        var message = MessageFactory.Carousel(TwoFiles);
        Assert.Equal(AttachmentLayoutTypes.Carousel, message.AttachmentLayout);
        Assert.Equal(2, message.Attachments.Count);
    }

    [Fact]
    public void A_file_is_linked()
    {
        var file = Assert.Single(MessageFactory.ContentUrl("https://x.example/a.png", "image/png", "pic").Attachments);
        Assert.Equal(("https://x.example/a.png", "image/png", "pic"), (file.ContentUrl, file.ContentType, file.Name));
        Assert.Equal(string.Empty, MessageFactory.ContentUrl("https://x", "a/a").Attachments[0].Name);
    }

    [Fact]
    public void What_is_missing_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => MessageFactory.SuggestedActions((IEnumerable<string>)null));
        Assert.Throws<ArgumentNullException>(() => MessageFactory.SuggestedActions((IEnumerable<CardAction>)null));
        Assert.Throws<ArgumentNullException>(() => MessageFactory.Attachment((Attachment)null));
        Assert.Throws<ArgumentNullException>(() => MessageFactory.Attachment((IEnumerable<Attachment>)null));
        Assert.Throws<ArgumentNullException>(() => MessageFactory.Carousel(null));
        Assert.Throws<ArgumentNullException>(() => MessageFactory.ContentUrl(" ", "a/a"));
        Assert.Throws<ArgumentNullException>(() => MessageFactory.ContentUrl("https://x", null));
    }
}
