using System.Diagnostics;
using OpenTelemetry;

namespace CoachBot.Observability;

/// <summary>
/// Takes from every span what is not known to be harmless: addresses hold conversation and user ids. The list is of what stays, so that
/// a tag that a library adds tomorrow goes too.
/// </summary>
internal sealed class PrivateSpans : BaseProcessor<Activity>
{
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "coachbot.channel", "coachbot.status", "error.type", "http.request.method", "http.response.status_code", "http.route",
        "network.protocol.version", "server.address", "server.port", "url.scheme",
    };

    public override void OnEnd(Activity data)
    {
        foreach (var (key, _) in data.TagObjects.ToArray())
        {
            if (!Kept.Contains(key))
                data.SetTag(key, null);
        }

        if (data.StatusDescription is not null)
            data.SetStatus(data.Status);
    }
}
