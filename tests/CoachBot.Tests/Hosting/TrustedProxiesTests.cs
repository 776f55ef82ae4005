using CoachBot.Hosting;
using CoachBot.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace CoachBot.Tests.Hosting;

/// <summary>A proxy that ends TLS is believed when it is named, and nobody else.</summary>
public sealed class TrustedProxiesTests
{
    [Theory]
    [InlineData("127.0.0.1", "wss://")]
    [InlineData("10.0.0.0/8 127.0.0.0/8", "wss://")]
    [InlineData("10.0.0.0/8", "ws://")]
    [InlineData("", "ws://")]
    public async Task Who_is_not_named_cannot_say_that_the_browser_saw_https(string trusted, string scheme)
    {
        await using var host = await TestHost.StartAsync($"--Proxy:Trusted={trusted}");
        host.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        var conversation = await DirectLineConversation.StartAsync(host);

        Assert.StartsWith(scheme, conversation.StreamUrl, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_address_is_named()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Proxy:Trusted", "127.0.0.1, nginx")]).Build();

        var mistake = Assert.Throws<SettingsException>(() => TrustedProxies.Read(configuration));

        Assert.Equal("Proxy:Trusted holds 'nginx'; it can hold addresses and networks such as 127.0.0.1 and 10.0.0.0/8.", mistake.Message);
    }
}
