using System.Net;
using System.Text.Json.Nodes;
using CoachBot.Coaching.Reminders;
using CoachBot.Scheduling;
using CoachBot.Tests.Support;
using static CoachBot.Tests.Channels.BotFramework.ConnectorStandIn;

namespace CoachBot.Tests.Channels.BotFramework;

/// <summary>The coach itself in a personal chat of Teams: what becomes of the mornings when Teams does not take them, or the runner leaves.</summary>
public sealed class MorningCheckInTests : IAsyncLifetime
{
    private const string Schedule = $"{CheckInSchedule.KeyPrefix}msteams/29:ana";

    private AzureHost _azure;
    private int _said;

    public async Task InitializeAsync()
    {
        _azure = await AzureHost.StartAsync(null, MetCoach.AddTo);
        await SayAsync("remind me every day at 7:45"); // 6:45 UTC, a quarter of an hour from now
        Assert.True((await RecordAsync()).Schedule.Times.IsOn);
    }

    public async Task DisposeAsync() => await _azure.DisposeAsync();

    [Fact]
    public async Task A_morning_comes_as_a_message_that_answers_none()
    {
        var before = _azure.Connector.Calls.Count;

        await PassUntilAsync(() => Task.FromResult(_azure.Connector.Calls.Count > before));

        Assert.Equal("v3/conversations/a%3A1-2%40x/activities", _azure.Connector.Calls.Last().Path);
        Assert.Contains("orning", _azure.Connector.Calls.Last().Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ConversationBlockedByUser", 403)]
    [InlineData("BotNotInConversationRoster", 403)]
    [InlineData("ConversationNotFound", 404, 404)] // nor can it be opened again
    public async Task A_morning_that_Teams_refuses_is_the_last_and_the_next_message_tells_why(string code, params int[] statuses)
    {
        _azure.Connector.Script([.. statuses.Select(status => Status(status, code))]);
        var before = _azure.Connector.Calls.Count;

        await PassUntilAsync(async () => !(await RecordAsync()).Schedule.Times.IsOn);
        await PassAsync(days: 2);
        Assert.Equal(before + statuses.Length, _azure.Connector.Calls.Count);

        Assert.Contains("didn't get through", await SayAsync("hello"), StringComparison.Ordinal);
        Assert.DoesNotContain("didn't get through", await SayAsync("hello"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_removes_the_app_hears_nothing_more_and_is_still_known_on_coming_back()
    {
        await SayAsync("I weigh 61 kg");
        var before = _azure.Connector.Calls.Count;

        Assert.Equal(HttpStatusCode.OK, (await InstallationAsync("remove", "personal")).StatusCode);
        await PassAsync(days: 2);

        Assert.Equal(before, _azure.Connector.Calls.Count);
        Assert.False((await RecordAsync()).Schedule.Times.IsOn);
        Assert.Contains("61 kg", await SayAsync("what do you know about me?"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("remove-upgrade", "personal")]
    [InlineData("remove", "channel")]
    public async Task A_new_version_or_a_team_without_the_app_leaves_the_mornings_as_they_are(string action, string scope)
    {
        await InstallationAsync(action, scope);

        Assert.True((await RecordAsync()).Schedule.Times.IsOn);
    }

    private Task<HttpResponseMessage> InstallationAsync(string action, string scope)
    {
        var update = _azure.Activity("installationUpdate", $"f:{action}", new JsonObject { ["action"] = action });
        update["conversation"]!["conversationType"] = scope;
        return _azure.PostAsync(update);
    }

    /// <returns>All that was answered.</returns>
    private async Task<string> SayAsync(string text)
    {
        var before = _azure.Connector.Calls.Count;
        var message = _azure.Message(text, id: $"m{++_said}");
        message["localTimezone"] = "Europe/Madrid";
        message["locale"] = "en-GB";
        Assert.Equal(HttpStatusCode.OK, (await _azure.RunClockAsync(_azure.PostAsync(message))).StatusCode);
        return string.Join('\n', _azure.Connector.Calls.Skip(before).Select(call => call.Body.ToJsonString().Replace("\\u0027", "'", StringComparison.Ordinal)));
    }

    private Task<CheckInRecord> RecordAsync() => _azure.Host.Service<ICheckInStore>().ReadAsync(Schedule, CancellationToken.None);

    private async Task PassUntilAsync(Func<Task<bool>> isSo)
    {
        for (var i = 0; i < 500; i++)
        {
            if (await isSo())
                return;
            await StepAsync(TimeSpan.FromSeconds(10));
        }

        throw new TimeoutException(string.Join(" | ", _azure.Connector.Calls.Select(call => $"{call.Path}: {call.Text}")));
    }

    private async Task PassAsync(int days)
    {
        for (var i = 0; i < days * 48; i++)
            await StepAsync(TimeSpan.FromMinutes(30));
    }

    private async Task StepAsync(TimeSpan step)
    {
        _azure.Time.Advance(step);
        await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
    }
}
