using System.Net;
using System.Text.Json.Nodes;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Channels.BotFramework;

/// <summary>What is particular to Teams.</summary>
public sealed class TeamsTests
{
    [Theory]
    [InlineData("<at>CoachBot</at> ran 10k", "<at>CoachBot</at>", "ran 10k")]
    [InlineData("ran 10k <at>CoachBot</at>\n", "<at>CoachBot</at>", "ran 10k")]
    [InlineData("<at>coachbot</at>&nbsp;ran 10k", null, "ran 10k")]
    [InlineData("<at>CoachBot</at> and <at>Ben</at> ran", "<at>CoachBot</at>", "and <at>Ben</at> ran")]
    public async Task The_bots_own_mention_is_no_part_of_what_was_said_and_others_stay(string text, string? piece, string expected)
    {
        await using var azure = await AzureHost.StartAsync();
        var message = azure.Message(text);
        var mentioned = new JsonObject { ["id"] = $"28:{AzureHost.AppId}", ["name"] = "CoachBot" };
        message["entities"] = new JsonArray(
            new JsonObject { ["type"] = "mention", ["text"] = piece, ["mentioned"] = mentioned },
            new JsonObject { ["type"] = "mention", ["text"] = "<at>Ben</at>", ["mentioned"] = new JsonObject { ["id"] = "29:ben" } });

        await azure.PostAsync(message);

        Assert.Equal($"Echo: {expected}", Assert.Single(azure.Connector.Calls).Text);
    }

    [Theory]
    [InlineData("""{"id":"a:1"}""", "{}", "personal", false)]
    [InlineData("""{"id":"a:1","conversationType":"personal"}""", "{}", "personal", false)]
    [InlineData("""{"id":"19:1@thread.v2","isGroup":true}""", "{}", "groupChat", true)]
    [InlineData("""{"id":"19:1@thread.v2"}""", "{}", "groupChat", true)]
    [InlineData("""{"id":"19:1@thread.tacv2"}""", """{"team":{"id":"t"}}""", "channel", true)]
    [InlineData("""{"id":"19:1@thread.tacv2;messageid=1","conversationType":"channel"}""", "{}", "channel", true)]
    [InlineData("""{"id":"something new"}""", "{}", "groupChat", true)]
    public async Task The_bot_knows_whether_others_read_along_and_in_doubt_they_do(string conversation, string channelData, string type, bool isGroup)
    {
        ConversationAccount? seen = null;
        await using var azure = await AzureHost.StartAsync(new DelegateBot(turn =>
        {
            seen = turn.Activity.Conversation;
            return Task.CompletedTask;
        }));
        var message = azure.Message();
        message["conversation"] = JsonNode.Parse(conversation);
        message["channelData"] = JsonNode.Parse(channelData);

        await azure.PostAsync(message);

        Assert.Equal((type, isGroup), (seen!.ConversationType, seen.IsGroup));
    }

    [Fact]
    public async Task Zone_and_language_are_passed_on_from_wherever_Teams_tells_them()
    {
        var seen = new List<string>();
        await using var azure = await AzureHost.StartAsync(new DelegateBot(turn =>
        {
            seen.Add($"{turn.Activity.LocalTimezone} {turn.Activity.Locale}");
            return Task.CompletedTask;
        }));
        var client = new JsonArray(new JsonObject
        {
            ["type"] = "clientInfo",
            ["locale"] = "de-DE",
            ["country"] = "DE",
            ["platform"] = "Web",
            ["timezone"] = "Europe/Berlin",
        });

        await azure.PostAsync(azure.Activity("message", "1", new JsonObject { ["text"] = "a", ["entities"] = client.DeepClone() }));
        await azure.PostAsync(azure.Activity("message", "2", new JsonObject
        {
            ["text"] = "b",
            ["localTimezone"] = "Europe/Paris",
            ["locale"] = "fr-FR",
            ["entities"] = client.DeepClone(),
        }));

        Assert.Equal(["Europe/Berlin de-DE", "Europe/Paris fr-FR"], seen);
    }

    [Fact]
    public async Task Installation_and_first_members_that_arrive_together_are_two_turns_one_after_the_other()
    {
        var inside = 0;
        var seen = new List<string>();
        await using var azure = await AzureHost.StartAsync(new DelegateBot(async turn =>
        {
            Assert.Equal(1, Interlocked.Increment(ref inside));
            await Task.Yield();
            seen.Add(turn.Activity.Type);
            Interlocked.Decrement(ref inside);
        }));
        var installed = azure.Activity("installationUpdate", "f:1", new JsonObject { ["action"] = "add" });
        var members = new JsonArray(new JsonObject { ["id"] = "29:ana" }, new JsonObject { ["id"] = $"28:{AzureHost.AppId}" });
        var joined = azure.Activity("conversationUpdate", "f:2", new JsonObject { ["membersAdded"] = members });

        var answers = await Task.WhenAll(azure.PostAsync(installed), azure.PostAsync(joined));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(["conversationUpdate", "installationUpdate"], seen.Order());
    }

    [Theory]
    [InlineData(3, "personal", true)]
    [InlineData(4, "personal", false)]
    [InlineData(3, "groupChat", false)]
    [InlineData(8, "channel", false)]
    public async Task More_choices_than_Teams_suggests_become_buttons_of_cards_and_none_is_lost(int count, string scope, bool areSuggested)
    {
        var choices = Enumerable.Range(1, count).Select(i => $"choice {i}").ToArray();
        await using var azure = await AzureHost.StartAsync(
            new DelegateBot(turn => turn.SendActivityAsync(MessageFactory.SuggestedActions(choices, "Which?"))));
        var message = azure.Message();
        message["conversation"]!["conversationType"] = scope;

        await azure.PostAsync(message);

        var sent = Assert.Single(azure.Connector.Calls).Body;
        Assert.Equal("Which?", (string)sent["text"]!);
        var suggested = sent["suggestedActions"]?["actions"]?.AsArray() ?? [];
        var cards = sent["attachments"]?.AsArray() ?? [];
        Assert.Equal(areSuggested ? count : 0, suggested.Count);
        Assert.All(cards, card => Assert.InRange(card!["content"]!["buttons"]!.AsArray().Count, 1, 6));
        var buttons = cards.SelectMany(card => card!["content"]!["buttons"]!.AsArray());
        Assert.Equal(choices, suggested.Concat(buttons).Select(action => (string)action!["title"]!));
    }

    [Fact]
    public async Task One_press_on_a_card_counts_once_though_it_comes_again_with_another_id()
    {
        var presses = 0;
        await using var azure = await AzureHost.StartAsync(new DelegateBot(turn =>
        {
            if (turn.Activity.Type == ActivityTypes.Message)
                return turn.SendActivityAsync(MessageFactory.Attachment(new Attachment("application/vnd.microsoft.card.adaptive", content: Card())));
            var answer = new InvokeResponse { Status = 200, Body = ++presses };
            return turn.SendActivityAsync(new Activity(ActivityTypes.InvokeResponse) { Value = answer });
        }));
        await azure.PostAsync(azure.Message());
        var actions = Assert.Single(azure.Connector.Calls).Body["attachments"]![0]!["content"]!["actions"]!;
        var (execute, plain) = (actions[0]!, actions[1]!);
        Assert.Equal((string)execute["data"]!["nonce"]!, (string)execute["fallback"]!["data"]!["nonce"]!);
        Assert.Null(plain["data"]!["nonce"]);

        var first = await PressAsync(azure, "f:1", execute["data"]!);
        var repeated = await PressAsync(azure, "f:2", execute["data"]!);
        Assert.Equal(("1", "1"), (first, repeated));

        var corrected = execute["data"]!.DeepClone();
        corrected["hours"] = "6";
        Assert.Equal("2", await PressAsync(azure, "f:3", corrected));
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_counts_once_and_the_bot_sees_only_what_was_filled_in()
    {
        var texts = new List<string>();
        await using var azure = await AzureHost.StartAsync(new DelegateBot(turn =>
        {
            texts.Add($"{turn.Activity.Id} {((JsonObject)turn.Activity.Value).ToJsonString()}");
            return Task.CompletedTask;
        }));
        var values = new JsonObject { ["nonce"] = "a:1|0000003", ["sleep"] = "7" };

        await azure.PostAsync(azure.Activity("message", "1", new JsonObject { ["value"] = values.DeepClone() }));
        await azure.PostAsync(azure.Activity("message", "2", new JsonObject { ["value"] = values.DeepClone() }));

        Assert.Equal(["1 {\"sleep\":\"7\"}"], texts);
    }

    [Theory]
    [InlineData("Noted: 7 h.\n\nEase today.", "Noted: 7 h.", "Ease today.")]
    [InlineData("Ease today.", null, "Ease today.")]
    [InlineData("Something else.", "Something else.", null)]
    public async Task What_a_card_says_is_not_said_beside_it_once_more(string text, string? sent, string? summary)
    {
        await using var azure = await AzureHost.StartAsync(new DelegateBot(turn =>
        {
            var card = new JsonObject { ["type"] = "AdaptiveCard", ["version"] = "1.5", ["fallbackText"] = "Ease today." };
            return turn.SendActivityAsync(MessageFactory.Attachment(new Attachment("application/vnd.microsoft.card.adaptive", content: card), text));
        }));

        await azure.PostAsync(azure.Message());

        var body = Assert.Single(azure.Connector.Calls).Body;
        Assert.Equal((sent, summary), ((string?)body["text"], (string?)body["summary"]));
    }

    private static async Task<string> PressAsync(AzureHost azure, string id, JsonNode data)
    {
        var action = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "save", ["data"] = data.DeepClone() };
        var value = new JsonObject { ["action"] = action, ["trigger"] = "manual" };
        var response = await azure.PostAsync(azure.Activity("invoke", id, new JsonObject { ["name"] = "adaptiveCard/action", ["value"] = value }));
        return await response.Content.ReadAsStringAsync();
    }

    private static JsonNode Card() => JsonNode.Parse("""
        {
          "type": "AdaptiveCard", "version": "1.5",
          "actions": [
            { "type": "Action.Execute", "verb": "save", "data": { "hours": "7" }, "fallback": { "type": "Action.Submit", "data": { "hours": "7" } } },
            { "type": "Action.Submit", "data": { "say": "why" } }
          ]
        }
        """)!;
}
