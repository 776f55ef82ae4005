using OpenTelemetry;
using OpenTelemetry.Logs;

namespace CoachBot.Observability;

/// <summary>
/// Takes from every log record that leaves the machine what could name a person: of its values only the listed ones stay, of an
/// exception its type. The console of the machine itself has the whole.
/// </summary>
internal sealed class PrivateLogs : BaseProcessor<LogRecord>
{
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "{OriginalFormat}", "Attempt", "Code", "Error", "Method", "Outcome", "Reason", "Result", "State", "Status",
    };

    public override void OnEnd(LogRecord data)
    {
        var values = (data.Attributes ?? []).Where(value => Kept.Contains(value.Key)).ToList();
        if (data.Exception is { } exception)
            values.Add(new("exception.type", exception.GetType().FullName));
        data.Body = values.FirstOrDefault(value => value.Key == "{OriginalFormat}").Value as string ?? data.CategoryName;
        (data.Attributes, data.FormattedMessage, data.Exception) = (values, null, null);
    }
}
