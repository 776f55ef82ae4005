using Azure.Monitor.OpenTelemetry.Exporter;
using CoachBot.BotBuilder.Turns;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CoachBot.Observability;

/// <summary>Traces, metrics and logs by OpenTelemetry: to a collector (OTLP), to Application Insights, to Prometheus.</summary>
internal static class ObservabilityRegistration
{
    /// <summary>Ours are all named so.</summary>
    private const string OwnMeters = "CoachBot.*";

    /// <summary>Upper ends in seconds: a storage call takes one millisecond, a slow turn some seconds.</summary>
    private static readonly double[] Seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800];

    public static void AddObservability(this WebApplicationBuilder builder, ObservabilityOptions options)
    {
        if (!options.IsOn)
            return;

        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("coachbot", serviceVersion: typeof(ObservabilityRegistration).Assembly.GetName().Version?.ToString(3)))
            .WithMetrics(metrics => AddMetrics(metrics, options));
        if (options.Otlp || options.ApplicationInsights is not null)
            telemetry.WithTracing(traces => AddTraces(traces, options)).WithLogging(logs => AddLogs(logs, options));
        if (options.Otlp)
            telemetry.UseOtlpExporter();
    }

    /// <summary><c>/metrics</c>, where it is switched on.</summary>
    public static void MapMetrics(this WebApplication app, ObservabilityOptions options)
    {
        if (!options.Prometheus)
            return;

        app.MapPrometheusScrapingEndpoint(
            "/metrics", meterProvider: null, configureBranchedPipeline: branch => branch.Use(new MetricsGate(options.MetricsToken).AdmitAsync), optionsName: null);
    }

    private static void AddMetrics(MeterProviderBuilder metrics, ObservabilityOptions options)
    {
        metrics.AddMeter(OwnMeters)
            .AddAspNetCoreInstrumentation()
            .AddHttpClientInstrumentation()
            .AddRuntimeInstrumentation()
            .AddView(instrument => instrument.Unit == "s" && instrument.Meter.Name.StartsWith("CoachBot.", StringComparison.Ordinal)
                ? new ExplicitBucketHistogramConfiguration { Boundaries = Seconds }
                : null);
        if (options.Prometheus)
            metrics.AddPrometheusExporter();
        if (options.ApplicationInsights is { } connection)
            metrics.AddAzureMonitorMetricExporter(azure => Configure(azure, connection));
    }

    private static void AddTraces(TracerProviderBuilder traces, ObservabilityOptions options)
    {
        traces.AddSource(TurnTelemetry.Name)
            .AddAspNetCoreInstrumentation(web => web.Filter = context => !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
            .AddHttpClientInstrumentation()
            .AddProcessor(new PrivateSpans());
        if (options.ApplicationInsights is { } connection)
            traces.AddAzureMonitorTraceExporter(azure => Configure(azure, connection));
    }

    private static void AddLogs(LoggerProviderBuilder logs, ObservabilityOptions options)
    {
        logs.AddProcessor(new PrivateLogs());
        if (options.ApplicationInsights is { } connection)
            logs.AddAzureMonitorLogExporter(azure => Configure(azure, connection));
    }

    // The file system may be read-only, and what waits there would be one more place that keeps something.
    private static void Configure(AzureMonitorExporterOptions azure, string connection) =>
        (azure.ConnectionString, azure.DisableOfflineStorage) = (connection, true);
}
