using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CoachBot.BotBuilder.Turns;

/// <summary>
/// What turns tell a collector: meter and trace source <c>CoachBot.Turns</c>. Tags are channels and outcomes and never who or what:
/// no id of a person, conversation or message, and nothing that was said.
/// </summary>
public static class TurnTelemetry
{
    public const string Name = "CoachBot.Turns";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Duration =
        Meter.CreateHistogram<double>("coachbot.turn.duration", "s", "From arrival to the last delivery, by channel and status.");

    private static readonly Counter<long> Replays =
        Meter.CreateCounter<long>("coachbot.turn.replays", "{turn}", "Turns played again since another process wrote first.");

    private static readonly Counter<long> Deliveries =
        Meter.CreateCounter<long>("coachbot.outbox.deliveries", "{message}", "Messages handed to a channel, by channel and result.");

    private static readonly Histogram<double> Age =
        Meter.CreateHistogram<double>("coachbot.outbox.age", "s", "From the turn of a message to its delivery.");

    private static readonly Gauge<long> Waiting =
        Meter.CreateGauge<long>("coachbot.outbox.waiting", "{conversation}", "Conversations that owed something at the last two sweeps.");

    private static readonly Counter<long> Quarantined =
        Meter.CreateCounter<long>("coachbot.storage.quarantined", "{document}", "Documents that could not be read and were put aside.");

    internal static TurnSpan Begin(string channelId) => new(channelId, Source.StartActivity("turn"), Stopwatch.GetTimestamp());

    internal static void Replayed(string channelId) => Replays.Add(1, Channel(channelId));

    internal static void Delivered(string channelId, DeliveryResult result, TimeSpan? age)
    {
        Deliveries.Add(1, Channel(channelId), new("result", Word(result)));
        if (result == DeliveryResult.Sent && age is { } waited)
            Age.Record(Math.Max(0, waited.TotalSeconds), Channel(channelId));
    }

    internal static void Swept(int waiting) => Waiting.Record(waiting);

    internal static void PutAside() => Quarantined.Add(1);

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static KeyValuePair<string, object?> Channel(string id) => new("channel", id);

    /// <summary>One turn under way; what ends without an outcome has failed.</summary>
    internal sealed class TurnSpan(string channelId, Activity? activity, long startedAt) : IDisposable
    {
        private string _status = "thrown";

        public TurnOutcome End(TurnOutcome outcome)
        {
            _status = Word(outcome.Status);
            return outcome;
        }

        public void Dispose()
        {
            Duration.Record(Stopwatch.GetElapsedTime(startedAt).TotalSeconds, Channel(channelId), new("status", _status));
            activity?.SetTag("coachbot.channel", channelId).SetTag("coachbot.status", _status);
            if (_status is "thrown" or "failed")
                activity?.SetStatus(ActivityStatusCode.Error);
            activity?.Dispose();
        }
    }
}
