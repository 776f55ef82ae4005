using System.Diagnostics.Metrics;
using CoachBot.Recovery.Safety;

namespace CoachBot.Coaching;

/// <summary>Meter <c>CoachBot.Coaching</c>. Safety is counted by tier alone: neither the sign nor the channel, which could point at someone.</summary>
public static class CoachMetrics
{
    public const string Name = "CoachBot.Coaching";

    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Understanding =
        Meter.CreateHistogram<double>("coachbot.understanding.duration", "s", "Reading one message, by language.");

    private static readonly Counter<long> Safety =
        Meter.CreateCounter<long>("coachbot.safety.assessments", "{message}", "Messages that passed the safety gate, by tier.");

    internal static void Understood(string? language, TimeSpan duration) =>
        Understanding.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("language", language));

    internal static void Assessed(SafetyTier tier) => Safety.Add(1, new KeyValuePair<string, object?>("tier", tier.ToString()));
}
