using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;

namespace CoachBot.Tests.Support;

/// <summary>A push channel that remembers what it was given and answers as told.</summary>
internal sealed class FakePushChannel(string channelId = "push") : IPushChannel
{
    public string ChannelId { get; } = channelId;

    public List<string> Delivered { get; } = [];

    public Func<Activity, DeliveryResult> Answer { get; set; } = _ => DeliveryResult.Sent;

    public Task<DeliveryResult> DeliverAsync(Activity reply, CancellationToken cancellationToken)
    {
        var result = Answer(reply);
        if (result is not (DeliveryResult.Sent or DeliveryResult.Unknown))
            return Task.FromResult(result);
        Delivered.Add(reply.Text);
        reply.Id = $"channel-{Delivered.Count}";
        return Task.FromResult(result);
    }

    public Task<DeliveryResult> UpdateAsync(Activity activity, CancellationToken cancellationToken) =>
        Change($"{activity.Id} is now {activity.Text}");

    public Task<DeliveryResult> DeleteAsync(Activity address, CancellationToken cancellationToken) => Change($"{address.Id} is gone");

    private Task<DeliveryResult> Change(string what)
    {
        Delivered.Add(what);
        return Task.FromResult(DeliveryResult.Sent);
    }
}

/// <summary>A logged channel that remembers what was published.</summary>
internal sealed class FakeLoggedChannel(string channelId = "logged") : ILoggedChannel
{
    public string ChannelId { get; } = channelId;

    public List<LoggedActivity> Published { get; } = [];

    public void Publish(string conversationId, IReadOnlyList<LoggedActivity> entries) => Published.AddRange(entries);
}
