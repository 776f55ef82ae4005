namespace CoachBot.Observability;

/// <summary>Where traces, metrics and logs go. Without any of these settings nothing is collected.</summary>
/// <param name="Otlp">A collector is named by <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>; OpenTelemetry's own settings say the rest.</param>
/// <param name="ApplicationInsights">Azure's connection string.</param>
/// <param name="Prometheus"><c>/metrics</c> is served.</param>
/// <param name="MetricsToken">What a scraper must send as its bearer; null only in Development.</param>
internal sealed record ObservabilityOptions(bool Otlp, string? ApplicationInsights, bool Prometheus, string? MetricsToken)
{
    public const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    public const string ConnectionString = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    private const int ShortestToken = 16;

    public bool IsOn => Otlp || Prometheus || ApplicationInsights is not null;

    /// <exception cref="SettingsException">A setting is unusable, or the metrics would be open to anyone; one sentence for the operator.</exception>
    public static ObservabilityOptions Read(IConfiguration configuration, bool isDevelopment)
    {
        var endpoint = Text(configuration, OtlpEndpoint);
        if (endpoint is not null && !(Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            throw new SettingsException($"{OtlpEndpoint} is '{endpoint}'; it must be an address such as http://localhost:4317.");

        var prometheus = Text(configuration, "Metrics:Prometheus") switch
        {
            null => false,
            { } written when bool.TryParse(written, out var on) => on,
            { } written => throw new SettingsException($"Metrics:Prometheus is '{written}'; it can be true or false."),
        };
        var token = Text(configuration, "Metrics:Token");
        if (token is { Length: < ShortestToken })
            throw new SettingsException($"Metrics:Token has {token.Length} characters; it needs {ShortestToken} or more.");
        if (prometheus && token is null && !isDevelopment)
        {
            throw new SettingsException(
                "Metrics:Prometheus needs Metrics:Token outside Development, or anyone could read the metrics; set it (16 characters or more) and have Prometheus send it as bearer token.");
        }

        return new ObservabilityOptions(endpoint is not null, Text(configuration, ConnectionString), prometheus, token);
    }

    private static string? Text(IConfiguration configuration, string key) =>
        string.IsNullOrWhiteSpace(configuration[key]) ? null : configuration[key]!.Trim();
}
