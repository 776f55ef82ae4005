using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;

namespace CoachBot.Channels.BotFramework.Outgoing;

/// <summary>One channel of Azure Bot Service, as the engine sees it.</summary>
internal sealed class AzureChannel(string channelId, Deliveries deliveries) : IPushChannel
{
    public string ChannelId { get; } = channelId;

    public Task<DeliveryResult> DeliverAsync(Activity reply, CancellationToken cancellationToken) =>
        deliveries.DeliverAsync(reply, cancellationToken);

    public Task<DeliveryResult> UpdateAsync(Activity activity, CancellationToken cancellationToken) =>
        deliveries.UpdateAsync(activity, cancellationToken);

    public Task<DeliveryResult> DeleteAsync(Activity address, CancellationToken cancellationToken) =>
        deliveries.DeleteAsync(address, cancellationToken);
}
