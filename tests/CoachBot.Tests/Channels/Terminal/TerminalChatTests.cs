using System.Text.Json.Nodes;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;
using CoachBot.Channels.Terminal;
using CoachBot.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace CoachBot.Tests.Channels.Terminal;

public sealed class TerminalChatTests
{
    private readonly MemoryStorage _storage = new();
    private IBot _bot = TestHost.Echo;

    [Fact]
    public async Task The_coach_greets_answers_each_line_and_ends_with_the_input()
    {
        Assert.Equal("""
            Hello from the coach.

            > ran 10k easy
            Echo: ran 10k easy

            > thanks
            Echo: thanks


            """, await ChatAsync("ran 10k easy\nthanks\n"));
    }

    [Fact]
    public async Task The_next_time_the_conversation_goes_on_where_it_was()
    {
        await ChatAsync("one");

        Assert.Equal("""
            Echo: one

            > two
            Echo: two


            """, await ChatAsync("two"));
    }

    [Fact]
    public async Task A_new_conversation_begins_with_the_greeting_and_stays_the_present_one()
    {
        await ChatAsync("one");

        Assert.StartsWith("Hello from the coach.", await ChatAsync("two", startNew: true), StringComparison.Ordinal);
        Assert.StartsWith("Echo: two", await ChatAsync(""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Buttons_are_labels_to_type_and_cards_are_text()
    {
        _bot = new DelegateBot(turn => turn.Activity.Type == ActivityTypes.Message
            ? turn.SendActivitiesAsync(
            [
                MessageFactory.SuggestedActions(["Easy", "Hard"], "How was it?"),
                MessageFactory.Attachment(new Attachment("application/vnd.microsoft.card.adaptive", content: new JsonObject { ["fallbackText"] = "Your plan: rest." })),
            ])
            : Task.CompletedTask);

        Assert.Equal("""
            > hi
            How was it?
            [Easy]  [Hard]

            Your plan: rest.


            """, await ChatAsync("hi"));
    }

    [Fact]
    public async Task Two_people_at_one_machine_have_two_conversations()
    {
        await ChatAsync("mine", user: "anna");

        Assert.DoesNotContain("mine", await ChatAsync("", user: "ben"), StringComparison.Ordinal);
    }

    private async Task<string> ChatAsync(string input, bool startNew = false, string user = "runner")
    {
        var output = new StringWriter { NewLine = "\n" };
        var channel = new TerminalChannel(output);
        await using var engine = new TurnEngine(_storage, _bot, new TurnOptions(), TimeProvider.System, NullLogger<TurnEngine>.Instance);
        engine.AddChannel(channel);
        var chat = new TerminalChat(engine, channel, _storage, TimeProvider.System, new StringReader(input), output, user, "en", echoInput: true);
        await chat.RunAsync(startNew, CancellationToken.None);
        return output.ToString();
    }
}
