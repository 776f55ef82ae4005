using System.Net;
using System.Text.Json.Nodes;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.Tests.Support;
using ChannelIds = CoachBot.BotBuilder.Connector.Channels;

namespace CoachBot.Tests.BotBuilder;

public sealed class InvokeTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("task/fetch")]
    [InlineData("signin/verifyState")]
    public async Task An_invoke_nobody_handles_is_not_implemented(string? name) =>
        Assert.Equal(501, (await Invoke(new ActivityHandler(), name!, new JsonObject())).Status);

    [Fact]
    public async Task A_card_action_nobody_handles_is_not_implemented() =>
        Assert.Equal(501, (await Invoke(new ActivityHandler(), "adaptiveCard/action", Action())).Status);

    [Fact]
    public async Task A_card_action_reaches_the_bot_and_its_answer_goes_back()
    {
        var response = await Invoke(new Bot(), "adaptiveCard/action", Action());
        Assert.Equal(200, response.Status);
        var body = Assert.IsType<AdaptiveCardInvokeResponse>(response.Body);
        Assert.Equal("verb=done data=3", body.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"action\":7}")]
    [InlineData("{\"action\":{\"type\":\"Action.Submit\"}}")]
    public async Task A_card_action_out_of_shape_is_a_bad_request(string? json)
    {
        var response = await Invoke(new Bot(), "adaptiveCard/action", json is null ? null : JsonNode.Parse(json));
        Assert.Equal(400, response.Status);
        var body = Assert.IsType<AdaptiveCardInvokeResponse>(response.Body);
        Assert.Equal((400, "application/vnd.microsoft.error"), (body.StatusCode, body.Type));
        Assert.NotNull(Assert.IsType<Error>(body.Value).Message);
    }

    [Fact]
    public async Task A_search_reaches_the_bot()
    {
        var value = new JsonObject { ["kind"] = "search", ["queryText"] = "shin", ["queryOptions"] = new JsonObject { ["top"] = 5 } };
        var response = await Invoke(new Bot(), "application/search", value);
        Assert.Equal("search shin 5", Assert.IsType<SearchInvokeResponse>(response.Body).Value);
    }

    [Theory]
    [InlineData(ChannelIds.Msteams, 200)]
    [InlineData(ChannelIds.Webchat, 400)]
    public async Task Only_Teams_may_leave_out_the_kind_of_search(string channelId, int status) =>
        Assert.Equal(status, (await Invoke(new Bot(), "application/search", new JsonObject { ["queryText"] = "x" }, channelId)).Status);

    [Theory]
    [InlineData(null)]
    [InlineData("[]")]
    [InlineData("{\"kind\":\"search\"}")]
    public async Task A_search_out_of_shape_is_a_bad_request(string? json) =>
        Assert.Equal(400, (await Invoke(new Bot(), "application/search", json is null ? null : JsonNode.Parse(json))).Status);

    [Fact]
    public async Task A_fault_made_for_the_answer_becomes_the_answer()
    {
        var response = await Invoke(new Bot { Fault = HttpStatusCode.Conflict }, "adaptiveCard/action", Action());
        Assert.Equal((409, "why"), (response.Status, response.Body));
    }

    [Fact]
    public async Task An_answer_the_bot_sent_itself_is_the_only_one()
    {
        var activity = Some.Activity(ActivityTypes.Invoke);
        activity.Name = "own";
        activity.DeliveryMode = DeliveryModes.ExpectReplies;
        var turn = new RecordingAdapter().Turn(activity);
        await new Bot().OnTurnAsync(turn);
        Assert.Equal(202, Assert.IsType<InvokeResponse>(Assert.Single(turn.BufferedReplyActivities).Value).Status);
    }

    [Theory]
    [InlineData(199, false)]
    [InlineData(200, true)]
    [InlineData(299, true)]
    [InlineData(300, false)]
    public void Success_is_two_hundred_and_something(int status, bool success) =>
        Assert.Equal(success, new InvokeResponse { Status = status }.IsSuccessStatusCode());

    [Fact]
    public void A_typed_answer_is_an_answer()
    {
        var typed = new InvokeResponse<string> { Body = "x" };
        Assert.Equal("x", ((InvokeResponse)typed).Body);
    }

    private static JsonObject Action() => new()
    {
        ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "done", ["data"] = new JsonObject { ["n"] = 3 } },
    };

    private static async Task<InvokeResponse> Invoke(ActivityHandler bot, string name, object value, string channelId = ChannelIds.Test)
    {
        var adapter = new RecordingAdapter();
        var activity = Some.Activity(ActivityTypes.Invoke);
        (activity.Name, activity.Value, activity.ChannelId) = (name, value, channelId);
        await bot.OnTurnAsync(adapter.Turn(activity));
        var sent = Assert.Single(adapter.Sent);
        Assert.Equal(ActivityTypes.InvokeResponse, sent.Type);
        return Assert.IsType<InvokeResponse>(sent.Value);
    }

    private sealed class Bot : ActivityHandler
    {
        public HttpStatusCode? Fault { get; init; }

        protected override async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
        {
            if (turnContext.Activity.Name != "own")
                return await base.OnInvokeActivityAsync(turnContext, cancellationToken);
            var answer = new Activity(ActivityTypes.InvokeResponse) { Value = new InvokeResponse { Status = 202 } };
            await turnContext.SendActivityAsync(answer, cancellationToken);
            return CreateInvokeResponse();
        }

        protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
            ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
        {
            if (Fault is { } status)
                throw new InvokeResponseException(status, "why");
            var text = $"verb={invokeValue.Action.Verb} data={((JsonObject)invokeValue.Action.Data)["n"]}";
            return Task.FromResult(new AdaptiveCardInvokeResponse { StatusCode = 200, Value = text });
        }

        protected override Task<SearchInvokeResponse> OnSearchInvokeAsync(
            ITurnContext<IInvokeActivity> turnContext, SearchInvokeValue invokeValue, CancellationToken cancellationToken) =>
            Task.FromResult(new SearchInvokeResponse { Value = $"{invokeValue.Kind} {invokeValue.QueryText} {invokeValue.QueryOptions?.Top}" });
    }
}
