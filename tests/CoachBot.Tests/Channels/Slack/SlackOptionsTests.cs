using CoachBot.Channels.Slack;
using CoachBot.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace CoachBot.Tests.Channels.Slack;

/// <summary>Wrong settings are refused by name.</summary>
public sealed class SlackOptionsTests
{
    [Theory]
    [InlineData("BotToken=xoxb-1", "Slack:SigningSecret is missing")]
    [InlineData("ClientId=1", "Slack:SigningSecret is missing")]
    [InlineData("SigningSecret=s", "Slack:BotToken for one workspace, or Slack:ClientId")]
    [InlineData("SigningSecret=s ClientId=1", "Slack:ClientSecret is missing")]
    [InlineData("SigningSecret=s ClientSecret=1", "Slack:ClientId is missing")]
    [InlineData("SigningSecret=s BotToken=xoxb-1 ClientId=1 ClientSecret=2", "remove one of them")]
    [InlineData("SigningSecret=s BotToken=xoxp-1", "Slack:BotToken must be a bot token")]
    [InlineData("SigningSecret=s BotToken=xapp-1", "Slack:BotToken must be a bot token")]
    [InlineData("SigningSecret=s BotToken=xoxb-1 ApiUrl=slack", "Slack:ApiUrl is 'slack'")]
    [InlineData("SigningSecret=s BotToken=xoxb-1 ApiUrl=http://slack.example/api/", "Slack:ApiUrl is 'http://slack.example/api/'")]
    [InlineData("SigningSecret=s BotToken=xoxb-1 PublicUrl=coach", "Slack:PublicUrl is 'coach'")]
    [InlineData("SigningSecret=s BotToken=xoxb-1 CallTimeoutS=0", "Slack:CallTimeoutS is '0'")]
    public void One_sentence_names_what_is_wrong(string settings, string expected)
    {
        var fault = Assert.Throws<SettingsException>(() => Read(settings));

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_setting_Slack_is_not_served()
    {
        Assert.False(Read("").Enabled);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/api", "http://127.0.0.1:9/api/")]
    [InlineData("https://slack.example/api/", "https://slack.example/api/")]
    public void The_address_of_the_Web_API_ends_in_a_slash(string written, string expected)
    {
        Assert.Equal(expected, Read($"SigningSecret=s BotToken=xoxb-1 ApiUrl={written}").ApiUrl.AbsoluteUri);
    }

    [Fact]
    public async Task Where_it_is_not_served_there_is_no_address()
    {
        await using var host = await TestHost.StartAsync();

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await host.SendAsync(HttpMethod.Post, "/api/slack/events", json: "{}")).StatusCode);
    }

    private static SlackOptions Read(string settings)
    {
        var pairs = settings.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(setting => setting.Split('=', 2));
        var values = pairs.ToDictionary(pair => $"Slack:{pair[0]}", pair => (string?)pair[1]);
        return SlackOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
    }
}
