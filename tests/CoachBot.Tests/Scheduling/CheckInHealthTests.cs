using System.Text.Json.Nodes;
using CoachBot.Coaching.Reminders;
using CoachBot.Scheduling;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Scheduling;

/// <summary>What a host says of check-ins that nobody takes: here of a channel that no process serves.</summary>
public sealed class CheckInHealthTests
{
    [Theory]
    [InlineData(10, "Degraded")]
    [InlineData(1, "Healthy")]
    public async Task One_that_was_due_long_ago_and_not_taken_is_a_warning(int dueMinAgo, string expected)
    {
        await using var host = await TestHost.StartAsync("--CheckIns:SweepEvery=00:05:00");
        var at = TimeProvider.System.GetUtcNow().AddMinutes(-dueMinAgo);
        var record = Schedules.Record("ana", Schedules.Times(), at, "slack") with { Due = new DueCheckIn(at, DateOnly.FromDateTime(at.UtcDateTime), DueCheckIn.Morning) };
        await host.Service<ICheckInStore>().WriteAsync(record, CancellationToken.None);

        var answer = await host.Client.GetAsync(new Uri("/health/ready", UriKind.Relative));

        Assert.Equal(200, (int)answer.StatusCode); // other messages go on
        Assert.Equal(expected, (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["checks"]!["check-ins"]);
    }
}
