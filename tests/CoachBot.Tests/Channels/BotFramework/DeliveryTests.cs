using System.Text.Json.Nodes;
using CoachBot.BotBuilder.Schema;
using CoachBot.Tests.Support;
using static CoachBot.Tests.Channels.BotFramework.ConnectorStandIn;

namespace CoachBot.Tests.Channels.BotFramework;

/// <summary>Replies on their way to a Connector that answers as real ones do.</summary>
public sealed class DeliveryTests
{
    [Fact]
    public async Task A_reply_goes_to_the_message_it_answers_with_every_part_of_the_address_escaped()
    {
        await using var azure = await AzureHost.StartAsync();
        var message = azure.Message("hello", id: "1700/0?1");
        message["conversation"] = new JsonObject { ["id"] = "19:abc@thread.tacv2;messageid=1700000000001", ["conversationType"] = "channel" };

        await azure.PostAsync(message);

        var call = Assert.Single(azure.Connector.Calls);
        Assert.Equal(
            "v3/conversations/19%3Aabc%40thread.tacv2%3Bmessageid%3D1700000000001/activities/1700%2F0%3F1", call.Path);
        Assert.Equal("19:abc@thread.tacv2;messageid=1700000000001", (string)call.Body["conversation"]!["id"]!);
        Assert.Equal($"28:{AzureHost.AppId}", (string)call.Body["from"]!["id"]!);
        Assert.Equal("29:ana", (string)call.Body["recipient"]!["id"]!);
        Assert.Null(call.Body["id"]);
    }

    [Fact]
    public async Task What_nobody_asked_for_goes_to_the_conversation()
    {
        await using var azure = await AzureHost.StartAsync(new DelegateBot(turn => turn.SendActivityAsync("good morning")));
        await azure.PostAsync(azure.Message());
        var reference = ActivityJson.Parse(System.Text.Encoding.UTF8.GetBytes(azure.Message().ToJsonString())).GetConversationReference();

        var morning = reference.GetContinuationActivity();
        await azure.Host.Service<CoachBot.BotBuilder.Turns.TurnEngine>().ProcessAsync(morning, dedupeKey: "2026-11-25");

        Assert.Equal("v3/conversations/a%3A1-2%40x/activities", azure.Connector.Calls.Last().Path);
    }

    [Fact]
    public async Task A_message_is_changed_and_deleted_where_it_stands()
    {
        var id = (string)null;
        await using var azure = await AzureHost.StartAsync(new DelegateBot(async turn =>
        {
            if (id is null)
            {
                id = (await turn.SendActivityAsync("asking")).Id;
                return;
            }

            await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = id, Text = "answered" });
            await turn.DeleteActivityAsync(id);
        }));
        await azure.PostAsync(azure.Message("hello", id: "m1"));
        azure.Connector.Script(Status(504), Status(200));

        await azure.RunClockAsync(azure.PostAsync(azure.Message("yes", id: "m2")));

        Assert.Equal(
            ["PUT v3/conversations/a%3A1-2%40x/activities/sent-1", "PUT v3/conversations/a%3A1-2%40x/activities/sent-1",
                "DELETE v3/conversations/a%3A1-2%40x/activities/sent-1"],
            azure.Connector.Calls.Skip(1).Select(call => $"{call.Method} {call.Path}"));
        Assert.Equal(["answered", "answered", null], azure.Connector.Calls.Skip(1).Select(call => call.Text));
    }

    [Fact]
    public async Task A_message_that_is_gone_does_not_end_its_conversation()
    {
        await using var azure = await AzureHost.StartAsync(new DelegateBot(turn => turn.Activity.Type == ActivityTypes.Message
            ? turn.DeleteActivityAsync("long ago")
            : throw new InvalidOperationException("Only messages were to come.")));
        azure.Connector.Script(Status(404, "ActivityNotFoundInConversation"));

        await azure.PostAsync(azure.Message());
        await azure.PostAsync(azure.Message("again", id: "m2"));

        Assert.All(azure.Connector.Calls, call => Assert.Equal("DELETE", call.Method));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(202)]
    public async Task An_empty_answer_is_a_success(int status)
    {
        await using var azure = await AzureHost.StartAsync(Talker(2));
        azure.Connector.Script(Status(status));

        await azure.PostAsync(azure.Message());

        Assert.Equal(["say 1", "say 2"], Texts(azure));
    }

    [Theory]
    [InlineData(412, "PreconditionFailed")]
    [InlineData(429, "Throttled")]
    public async Task What_surely_had_no_effect_is_tried_again_before_anything_else_is_said(int status, string code)
    {
        await using var azure = await AzureHost.StartAsync(Talker(2));
        azure.Connector.Script(Status(status, code), Status(status, code));

        await azure.RunClockAsync(azure.PostAsync(azure.Message()));

        Assert.Equal(["say 1", "say 1", "say 1", "say 2"], Texts(azure));
    }

    [Fact]
    public async Task A_Connector_that_asks_for_time_gets_it()
    {
        await using var azure = await AzureHost.StartAsync(Talker(1));
        var times = new List<DateTimeOffset>();
        azure.Connector.Script(
            context =>
            {
                times.Add(azure.Now);
                return Status(429, "Throttled", retryAfter: "7")(context);
            },
            context =>
            {
                times.Add(azure.Now);
                return Status(201)(context);
            });

        await azure.RunClockAsync(azure.PostAsync(azure.Message()));

        Assert.InRange(times[1] - times[0], TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(408)]
    public async Task What_may_have_arrived_is_not_sent_again(int status)
    {
        await using var azure = await AzureHost.StartAsync(Talker(2));
        azure.Connector.Script(Status(status));

        await azure.PostAsync(azure.Message(id: "1"));
        await azure.PostAsync(azure.Message(id: "2"));

        Assert.Equal(["say 1", "say 2", "say 1", "say 2"], Texts(azure));
    }

    [Fact]
    public async Task A_Connector_that_never_answers_may_have_taken_it()
    {
        await using var azure = await AzureHost.StartAsync(Talker(2), "--BotFramework:CallTimeoutS=2");
        azure.Connector.Script(Silence());

        await azure.PostAsync(azure.Message());

        Assert.Equal(["say 1", "say 2"], Texts(azure));
    }

    [Fact]
    public async Task A_connection_that_breaks_leaves_open_whether_it_arrived()
    {
        await using var azure = await AzureHost.StartAsync(Talker(2));
        azure.Connector.Script(Break());

        await azure.PostAsync(azure.Message());

        Assert.Equal(["say 1", "say 2"], Texts(azure));
    }

    [Fact]
    public async Task A_rejected_token_is_replaced_once()
    {
        await using var azure = await AzureHost.StartAsync(Talker(1));
        azure.Connector.Script(Status(401));

        await azure.PostAsync(azure.Message());

        Assert.Equal(["Bearer ours-1", "Bearer ours-2"], azure.Connector.Calls.Select(call => call.Authorization));
    }

    [Fact]
    public async Task A_bot_that_is_not_registered_keeps_its_reply_until_it_is()
    {
        await using var azure = await AzureHost.StartAsync(Talker(1));
        azure.Connector.Script(Status(401, "BotNotRegistered"), Status(401, "BotNotRegistered"));

        await azure.PostAsync(azure.Message("one", id: "1"));
        Assert.Equal(2, azure.Connector.Calls.Count);

        await azure.PostAsync(azure.Message("two", id: "2"));
        Assert.Equal(["1", "1", "1", "2"], azure.Connector.Calls.Select(call => (string)call.Body["replyToId"]!));
    }

    [Fact]
    public async Task Nothing_overtakes_a_reply_that_waits_longer_than_a_turn_can()
    {
        await using var azure = await AzureHost.StartAsync(Talker(2));
        azure.Connector.Script(Status(429, "Throttled", retryAfter: "600"));

        await azure.PostAsync(azure.Message(id: "1"));
        Assert.Equal(["say 1"], Texts(azure));

        azure.Time.Advance(TimeSpan.FromMinutes(10));
        await azure.RunClockAsync(azure.PostAsync(azure.Message(id: "2")));
        Assert.Equal(["say 1", "say 1", "say 2", "say 1", "say 2"], Texts(azure));
    }

    [Theory]
    [InlineData(403, "BotNotInConversationRoster")]
    [InlineData(403, "ConversationBlockedByUser")]
    [InlineData(403, "BotDisabledByAdmin")]
    public async Task Who_was_sent_away_learns_it_once_and_stops(int status, string code)
    {
        var heard = new List<string>();
        await using var azure = await AzureHost.StartAsync(new DelegateBot(async turn =>
        {
            heard.Add($"{turn.Activity.Type} {turn.Activity.Code} {turn.Activity.Text}");
            await turn.SendActivityAsync("anyone there?");
        }));
        azure.Connector.Script(Status(status, code), Status(status, code));

        await azure.PostAsync(azure.Message());
        await azure.Host.DisposeAsync();

        Assert.Equal(["message  hi", $"endOfConversation channelFailed {code}"], heard);
        Assert.Equal(2, azure.Connector.Calls.Count);
    }

    [Fact]
    public async Task A_personal_chat_that_Teams_forgot_is_opened_again_once()
    {
        await using var azure = await AzureHost.StartAsync(Talker(1));
        azure.Connector.Script(Status(404, "ConversationNotFound"), async context =>
        {
            context.Response.StatusCode = 201;
            await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, """{"id":"a:new"}""");
        });

        await azure.PostAsync(azure.Message());

        var calls = azure.Connector.Calls.ToArray();
        Assert.Equal(
            ["v3/conversations/a%3A1-2%40x/activities/1700000000001", "v3/conversations", "v3/conversations/a%3Anew/activities"],
            calls.Select(call => call.Path));
        Assert.Equal("29:ana", (string)Assert.Single(calls[1].Body["members"]!.AsArray())!["id"]!);
        Assert.Equal((false, AzureHost.TenantId), ((bool)calls[1].Body["isGroup"]!, (string)calls[1].Body["tenantId"]!));
    }

    [Fact]
    public async Task A_conversation_that_cannot_be_opened_again_has_ended()
    {
        var heard = new List<string>();
        await using var azure = await AzureHost.StartAsync(new DelegateBot(async turn =>
        {
            heard.Add(turn.Activity.Type);
            if (turn.Activity.Type == ActivityTypes.Message)
                await turn.SendActivityAsync("hello");
        }));
        azure.Connector.Script(Status(404, "ConversationNotFound"), Status(403, "BotNotInConversationRoster"));

        await azure.PostAsync(azure.Message());
        await azure.Host.DisposeAsync();

        Assert.Equal(["message", "endOfConversation"], heard);
    }

    [Fact]
    public async Task A_message_that_is_wrong_is_given_up_and_the_next_one_sent()
    {
        await using var azure = await AzureHost.StartAsync(Talker(2));
        azure.Connector.Script(Status(400, "BadSyntax"));

        await azure.PostAsync(azure.Message());

        Assert.Equal(["say 1", "say 2"], Texts(azure));
    }

    [Fact]
    public async Task A_message_that_is_too_big_for_the_Connector_is_divided()
    {
        var text = string.Join(' ', Enumerable.Repeat("word", 2000));
        await using var azure = await AzureHost.StartAsync(new DelegateBot(turn => turn.SendActivityAsync(text)));
        azure.Connector.Script(Status(413, "MessageSizeTooBig"));

        await azure.PostAsync(azure.Message());

        var texts = Texts(azure).ToArray();
        Assert.True(texts.Length > 2);
        Assert.Equal(texts[0], string.Join(' ', texts[1..]));
    }

    [Fact]
    public async Task A_Connector_off_the_list_gets_nothing_even_if_its_address_was_kept()
    {
        await using var azure = await AzureHost.StartAsync(new DelegateBot(turn => turn.SendActivityAsync("hello")));
        var activity = new Activity(ActivityTypes.Event)
        {
            ChannelId = "msteams",
            ServiceUrl = "http://127.0.0.2:1/",
            Conversation = new ConversationAccount(id: "c"),
            From = new ChannelAccount("u"),
        };

        await azure.Host.Service<CoachBot.BotBuilder.Turns.TurnEngine>().ProcessAsync(activity, "k");

        Assert.Empty(azure.Connector.TokenRequests);
    }

    private static DelegateBot Talker(int messages) => new(async turn =>
    {
        for (var i = 1; i <= messages; i++)
            await turn.SendActivityAsync($"say {i}");
    });

    private static IEnumerable<string> Texts(AzureHost azure) => azure.Connector.Calls.Select(call => call.Text);
}
