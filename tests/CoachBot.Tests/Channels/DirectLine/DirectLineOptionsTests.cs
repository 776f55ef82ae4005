using CoachBot.Channels.DirectLine;
using Microsoft.Extensions.Configuration;

namespace CoachBot.Tests.Channels.DirectLine;

public sealed class DirectLineOptionsTests
{
    [Fact]
    public void Outside_development_web_chat_needs_a_secret()
    {
        var error = Assert.Throws<SettingsException>(() => Read(isDevelopment: false));

        Assert.Equal(
            "Web chat needs DirectLine:Secret outside Development; set it (16 characters or more), or switch web chat off with DirectLine:Enabled=false.",
            error.Message);
    }

    [Theory]
    [InlineData("Secret", "short")]
    [InlineData("AllowedOrigins", "club.example")]
    [InlineData("AllowedOrigins", "*")]
    [InlineData("AllowedOrigins", "https://club.example/path")]
    [InlineData("AllowedOrigins", "ftp://club.example")]
    public void A_setting_that_cannot_be_is_named(string key, string value)
    {
        var error = Assert.Throws<SettingsException>(() => Read(isDevelopment: true, ($"DirectLine:{key}", value)));

        Assert.Contains($"DirectLine:{key}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Origins_come_as_a_list_or_in_one_line()
    {
        string[] expected = ["https://a.example", "http://b.example:8080"];

        var line = Read(true, ("DirectLine:AllowedOrigins", "https://a.example/, http://b.example:8080"));
        var list = Read(true, ("DirectLine:AllowedOrigins:0", "https://a.example"), ("DirectLine:AllowedOrigins:1", "http://b.example:8080"));

        Assert.Equal(expected, line.AllowedOrigins);
        Assert.Equal(expected, list.AllowedOrigins);
    }

    private static DirectLineOptions Read(bool isDevelopment, params (string Key, string Value)[] settings) => DirectLineOptions.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build(),
        isDevelopment);
}
