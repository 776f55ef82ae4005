using System.Diagnostics.Metrics;

namespace CoachBot.Storage;

/// <summary>Meter <c>CoachBot.Storage</c>: how often and how long, never which key.</summary>
internal static class StorageMetrics
{
    public const string Name = "CoachBot.Storage";

    public const string Read = "read";
    public const string Write = "write";
    public const string Delete = "delete";
    public const string List = "list";

    public const string Done = "done";
    public const string Conflict = "conflict";
    public const string Failed = "failed";

    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Duration =
        Meter.CreateHistogram<double>("coachbot.storage.duration", "s", "One call to the storage, by operation and outcome.");

    public static void Called(string operation, string outcome, TimeSpan duration) =>
        Duration.Record(duration.TotalSeconds, new("operation", operation), new("outcome", outcome));
}
