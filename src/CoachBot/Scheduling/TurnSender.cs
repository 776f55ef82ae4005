using CoachBot.BotBuilder.Turns;
using CoachBot.Coaching.Reminders;

namespace CoachBot.Scheduling;

/// <summary>Runs the turn in which the coach speaks first, through the same engine and outbox as every other.</summary>
internal sealed class TurnSender(TurnEngine engine) : ICheckInSender
{
    public async Task<SendResult> SendAsync(LedgerEntry entry, CheckInSchedule schedule, int attempt, CancellationToken cancellationToken)
    {
        if (!engine.HasChannel(schedule.Reference.ChannelId ?? ""))
            return new SendResult(SendOutcome.NotServed);

        var prompt = entry.ToPrompt();
        var outcome = await engine.ProcessAsync(prompt.ToActivity(schedule), $"check-in:{prompt.Key}#{attempt}", cancellationToken);
        if (outcome.Status is TurnStatus.Overloaded)
            return new SendResult(SendOutcome.Later);
        if (outcome.Status is TurnStatus.Failed)
            return new SendResult(SendOutcome.Refused);

        return CheckInPrompt.ResultOf(outcome.InvokeResponse) switch
        {
            CheckInPromptResult.Said => new SendResult(Delivered(outcome.Delivery)),
            CheckInPromptResult.Answered => new SendResult(SendOutcome.Skipped, SkipReasons.Answered),
            CheckInPromptResult.Off => new SendResult(SendOutcome.Skipped, SkipReasons.Off),
            CheckInPromptResult.Closed => new SendResult(SendOutcome.Skipped, SkipReasons.Closed),
            _ => new SendResult(SendOutcome.Busy),
        };
    }

    private static SendOutcome Delivered(DeliveryResult delivery) => delivery switch
    {
        DeliveryResult.Later => SendOutcome.Later,
        DeliveryResult.Unknown => SendOutcome.Unknown,
        DeliveryResult.Refused => SendOutcome.Refused,
        _ => SendOutcome.Sent,
    };
}
