using CoachBot.BotBuilder.Schema;

namespace CoachBot.Tests.Support;

/// <summary>Plain valid values where a test does not care which.</summary>
internal static partial class Some
{
    public static Activity Message(string text = "hi") => Activity(ActivityTypes.Message, text);

    public static Activity Activity(string type, string text = null) => new(type, "in-1")
    {
        Text = text,
        ChannelId = "test",
        ServiceUrl = "https://channel.example/",
        Locale = "en-GB",
        From = new ChannelAccount("u1", "Ada"),
        Recipient = new ChannelAccount("b1", "Coach"),
        Conversation = new ConversationAccount(id: "c1", name: "Morning"),
    };
}
