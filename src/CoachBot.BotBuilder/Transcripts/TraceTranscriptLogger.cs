using System.Text;
using CoachBot.BotBuilder.Schema;
using Trace = System.Diagnostics.Trace;

namespace CoachBot.BotBuilder;

/// <summary>Writes activities to the diagnostic trace. They hold what people said: for development only.</summary>
public class TraceTranscriptLogger : ITranscriptLogger
{
    private readonly bool _traceActivity;

    public TraceTranscriptLogger()
        : this(true)
    {
    }

    /// <param name="traceActivity">Write the whole activity; otherwise its place, type and id, and not what it says.</param>
    public TraceTranscriptLogger(bool traceActivity) => _traceActivity = traceActivity;

    public Task LogActivityAsync(IActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        Trace.TraceInformation("{0}", _traceActivity
            ? Encoding.UTF8.GetString(ActivityJson.Write((Activity)activity))
            : $"{activity.Conversation?.Id} {activity.Type} {activity.Id}");
        return Task.CompletedTask;
    }
}
