using CoachBot.BotBuilder.Schema;
using CoachBot.Coaching.Reminders;
using CoachBot.Scheduling;

namespace CoachBot.Tests.Scheduling;

/// <summary>Records for the tests of the schedule.</summary>
internal static class Schedules
{
    public static string KeyOf(string runner, string channel = "directline") => $"{CheckInSchedule.KeyPrefix}{channel}/{runner}";

    public static CheckInTimes Times(string zone = "Europe/Madrid", string time = "06:45") => new() { Zone = zone, Time = TimeOnly.Parse(time, null) };

    public static CheckInSchedule Schedule(CheckInTimes times, string runner, string channel = "directline") => new(times, new ConversationReference
    {
        ChannelId = channel,
        Conversation = new ConversationAccount(id: $"c-{runner}"),
        User = new ChannelAccount(runner),
        Bot = new ChannelAccount("coach"),
    });

    public static CheckInRecord Record(string runner, CheckInTimes times, DateTimeOffset now, string channel = "directline") =>
        new CheckInRecord(KeyOf(runner, channel), System.Text.Encoding.UTF8.GetBytes(Schedule(times, runner, channel).ToJson().ToJsonString()), null)
            .Plan(CheckInClock.Default, now);
}
