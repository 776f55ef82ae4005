using CoachBot.Observability;
using Microsoft.Extensions.Configuration;

namespace CoachBot.Tests.Observability;

public sealed class ObservabilityOptionsTests
{
    [Fact]
    public void Nothing_is_collected_without_a_setting() => Assert.False(Read().IsOn);

    [Fact]
    public void Outside_development_metrics_are_not_open_to_anyone()
    {
        var mistake = Assert.Throws<SettingsException>(() => Read(("Metrics:Prometheus", "true")));

        Assert.StartsWith("Metrics:Prometheus needs Metrics:Token outside Development", mistake.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Metrics:Prometheus", "yes", "Metrics:Prometheus is 'yes'; it can be true or false.")]
    [InlineData("Metrics:Token", "short", "Metrics:Token has 5 characters; it needs 16 or more.")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector", "OTEL_EXPORTER_OTLP_ENDPOINT is 'collector'; it must be an address such as http://localhost:4317.")]
    public void A_wrong_setting_is_named(string key, string value, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<SettingsException>(() => Read((key, value))).Message);

    private static ObservabilityOptions Read(params (string Key, string Value)[] settings) => ObservabilityOptions.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))).Build(),
        isDevelopment: false);
}
