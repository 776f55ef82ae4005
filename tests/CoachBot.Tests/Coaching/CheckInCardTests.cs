using System.Text.Json.Nodes;
using CoachBot.BotBuilder.Schema;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Coaching;

/// <summary>The check-in as an Adaptive Card, on channels whose buttons are answered with a card and on those where they send a message.</summary>
public sealed class CheckInCardTests
{
    private static readonly JsonObject Filled = new()
    {
        ["form"] = "check-in",
        ["run"] = "10k easy, 50 min",
        ["effort"] = 4,
        ["soreness"] = "2",
        ["sleep"] = 7.5,
        ["sleep-quality"] = 4,
        ["energy"] = 4,
        ["stress"] = 4,
    };

    [Fact]
    public async Task In_Teams_the_form_executes_and_falls_back_to_a_submit()
    {
        var action = (await FormAsync("msteams"))["actions"]![0]!;

        Assert.Equal("Action.Execute", action["type"]!.GetValue<string>());
        Assert.Equal("Action.Submit", action["fallback"]!["type"]!.GetValue<string>());
        Assert.Equal(action["data"]!.ToJsonString(), action["fallback"]!["data"]!.ToJsonString());
    }

    [Fact]
    public async Task In_Web_Chat_the_form_submits() =>
        Assert.Equal("Action.Submit", Assert.Single((await FormAsync("webchat"))["actions"]!.AsArray())!["type"]!.GetValue<string>());

    [Fact]
    public async Task A_sent_form_is_answered_with_what_was_sent_and_the_plan_follows()
    {
        var chat = new CoachChat { Channel = "msteams" };

        var (answer, replies) = await chat.ExecuteAsync(WithNonce("n1"));

        Assert.Equal("application/vnd.microsoft.card.adaptive", answer.Type);
        var card = Assert.IsType<JsonObject>(answer.Value);
        Assert.Contains("10k easy, 50 min", card.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Input.", card.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Go: train as planned.", Assert.Single(replies).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_counts_once_however_often_it_arrives()
    {
        var chat = new CoachChat { Channel = "msteams" };
        var (first, _) = await chat.ExecuteAsync(WithNonce("n1"));

        var (again, replies) = await chat.ExecuteAsync(WithNonce("n1"));

        Assert.Empty(replies);
        Assert.Equal(((JsonObject)first.Value!).ToJsonString(), ((JsonObject)again.Value!).ToJsonString());
        Assert.Contains("already", Assert.Single(await chat.SubmitAsync(WithNonce("n1"))).Text, StringComparison.Ordinal);
        Assert.Contains("1 check-in", Assert.Single(await chat.SayAsync("what do you know about me")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_executed_at_a_question_goes_on_with_what_is_missing()
    {
        var chat = new CoachChat { Channel = "msteams" };
        await chat.JoinAsync();
        var partly = WithNonce("n2");
        partly.Remove("stress");

        Assert.Contains("tress", Assert.Single((await chat.ExecuteAsync(partly)).Replies).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_form_changes_nothing_and_asks_on()
    {
        var chat = new CoachChat();
        await chat.SayAsync("10k easy, 50 min");

        var reply = Assert.Single(await chat.SubmitAsync(new JsonObject { ["form"] = "check-in", ["run"] = "", ["effort"] = "" })).Text;

        Assert.Contains("0 to 10", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("Noted", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_in_the_middle_adds_to_what_was_said()
    {
        var chat = new CoachChat();
        await chat.SayAsync("10k easy, 50 min, effort 4");

        Assert.Contains("train as planned", Assert.Single(await chat.SubmitAsync(new JsonObject
        {
            ["form"] = "check-in",
            ["soreness"] = "2",
            ["sleep"] = "8",
            ["sleep-quality"] = "4",
            ["energy"] = "4",
            ["stress"] = "4",
        })).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Danger_in_an_executed_card_stops_everything()
    {
        var danger = WithNonce("n1");
        danger["run"] = "chest pain during the run, left arm numb";

        var (_, replies) = await new CoachChat { Channel = "msteams" }.ExecuteAsync(danger);

        Assert.StartsWith("Stop here.", Assert.Single(replies).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_group_a_card_is_not_read()
    {
        var (answer, replies) = await new CoachChat { Channel = "msteams", IsGroup = true }.ExecuteAsync(WithNonce("n1"));

        Assert.Empty(replies);
        Assert.DoesNotContain("10k", answer.Value!.ToString(), StringComparison.Ordinal);
    }

    private static JsonObject WithNonce(string nonce)
    {
        var filled = (JsonObject)Filled.DeepClone();
        filled["nonce"] = nonce;
        return filled;
    }

    private static async Task<JsonObject> FormAsync(string channel)
    {
        var chat = new CoachChat { Channel = channel };
        await chat.JoinAsync();
        var reply = Assert.Single(await chat.SayAsync("form"));
        return Assert.IsType<JsonObject>(reply.Attachments.First(attachment => attachment.ContentType == "application/vnd.microsoft.card.adaptive").Content);
    }
}
