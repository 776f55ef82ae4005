using CoachBot.BotBuilder.Turns;

namespace CoachBot.Benchmarks;

/// <summary>A logged channel that nobody listens to: what is measured is the turn alone.</summary>
internal sealed class SilentChannel : ILoggedChannel
{
    public string ChannelId => "directline";

    public void Publish(string conversationId, IReadOnlyList<LoggedActivity> entries)
    {
    }
}
