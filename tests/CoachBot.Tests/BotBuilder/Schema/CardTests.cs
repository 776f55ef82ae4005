using CoachBot.BotBuilder.Schema;

namespace CoachBot.Tests.BotBuilder.Schema;

public sealed class CardTests
{
    public static TheoryData<Attachment, string> Cards => new()
    {
        { new HeroCard("t").ToAttachment(), "application/vnd.microsoft.card.hero" },
        { new ThumbnailCard("t").ToAttachment(), "application/vnd.microsoft.card.thumbnail" },
        { new AnimationCard("t").ToAttachment(), "application/vnd.microsoft.card.animation" },
        { new AudioCard("t").ToAttachment(), "application/vnd.microsoft.card.audio" },
        { new VideoCard("t").ToAttachment(), "application/vnd.microsoft.card.video" },
        { new ReceiptCard("t").ToAttachment(), "application/vnd.microsoft.card.receipt" },
        { new SigninCard("t").ToAttachment(), "application/vnd.microsoft.card.signin" },
    };

    [Theory]
    [MemberData(nameof(Cards), DisableDiscoveryEnumeration = true)]
    public void A_card_becomes_an_attachment_of_its_content_type(Attachment attachment, string contentType)
    {
        Assert.Equal(contentType, attachment.ContentType);
        Assert.NotNull(attachment.Content);
    }

    [Fact]
    public void A_sign_in_card_has_one_button()
    {
        var button = Assert.Single(SigninCard.Create("text", "go", "https://x.example").Buttons);
        Assert.Equal((ActionTypes.Signin, "go", "https://x.example"), (button.Type, button.Title, button.Value));
    }

    [Fact]
    public void Button_arguments_keep_their_order()
    {
        var button = new CardAction("imBack", "title", "image", "text", "display", "value", "data");
        Assert.Equal(("imBack", "title", "image", "text", "display"), (button.Type, button.Title, button.Image, button.Text, button.DisplayText));
        Assert.Equal(("value", "data"), (button.Value, button.ChannelData));
    }

    [Fact]
    public void Account_arguments_keep_their_order()
    {
        var account = new ChannelAccount("id", "name", "role", "aad");
        Assert.Equal(("id", "name", "role", "aad"), (account.Id, account.Name, account.Role, account.AadObjectId));
        var conversation = new ConversationAccount(true, "type", "id", "name", "aad", "role", "tenant");
        Assert.Equal((true, "type", "id", "name"), (conversation.IsGroup, conversation.ConversationType, conversation.Id, conversation.Name));
        Assert.Equal(("aad", "role", "tenant"), (conversation.AadObjectId, conversation.Role, conversation.TenantId));
    }
}
