namespace CoachBot.BotBuilder;

/// <summary>A telemetry client that tells dialogs begun from other events.</summary>
public interface IBotPageViewTelemetryClient
{
    void TrackPageView(string name, IDictionary<string, string>? properties = null, IDictionary<string, double>? metrics = null);
}
