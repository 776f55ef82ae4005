using System.Net;
using System.Text.Json.Nodes;
using CoachBot.Channels.BotFramework;
using CoachBot.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace CoachBot.Tests.Channels.BotFramework;

/// <summary>Without a registration: this machine only, in Development only. And what a registration needs.</summary>
public sealed class OpenEndpointTests
{
    [Fact]
    public async Task A_developer_needs_no_token_and_gets_the_reply_without_one()
    {
        await using var connector = await ConnectorStandIn.StartAsync();
        await using var host = await TestHost.StartAsync();

        var response = await host.SendAsync(HttpMethod.Post, "/api/messages", json: Message(connector.ServiceUrl));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var call = Assert.Single(connector.Calls);
        Assert.Equal(("Echo: hi", ""), (call.Text, call.Authorization));
    }

    [Fact]
    public async Task A_page_that_pointed_its_name_at_this_machine_is_not_a_developer()
    {
        await using var host = await TestHost.StartAsync();

        var response = await host.SendAsync(
            HttpMethod.Post, "/api/messages", json: Message("http://127.0.0.1:1/"), headers: ("Host", "rebound.example"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_developer_cannot_make_us_call_another_machine()
    {
        await using var host = await TestHost.StartAsync();

        var response = await host.SendAsync(HttpMethod.Post, "/api/messages", json: Message("https://smba.example/"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Elsewhere_the_host_does_not_start_open_and_says_why_in_one_sentence(string environment)
    {
        var fault = await Assert.ThrowsAsync<SettingsException>(() => TestHost.StartAsync($"--environment={environment}", "--DirectLine:Enabled=false"));

        Assert.Equal(
            "Teams and the other Azure channels need MicrosoftAppId outside Development, or anyone could speak as any runner; " +
            "set it, or switch them off with BotFramework:Enabled=false.",
            fault.Message);
    }

    [Fact]
    public async Task Switched_off_there_is_no_endpoint()
    {
        await using var host = await TestHost.StartAsync("--environment=Production", "--DirectLine:Enabled=false", "--BotFramework:Enabled=false");

        Assert.Equal(HttpStatusCode.NotFound, (await host.SendAsync(HttpMethod.Post, "/api/messages", json: "{}")).StatusCode);
    }

    [Theory]
    [InlineData("MicrosoftAppPassword=x", "MicrosoftAppId")]
    [InlineData("MicrosoftAppId=a", "MicrosoftAppPassword")]
    [InlineData("MicrosoftAppId=a MicrosoftAppPassword=x", "MicrosoftAppTenantId")]
    [InlineData("MicrosoftAppType=MultiTenant MicrosoftAppId=a", "MicrosoftAppPassword")]
    [InlineData("MicrosoftAppType=UserAssignedMSI MicrosoftAppId=a MicrosoftAppTenantId=t MicrosoftAppPassword=x", "has no password")]
    [InlineData("MicrosoftAppType=UserAssignedMSI MicrosoftAppId=a", "MicrosoftAppTenantId")]
    [InlineData("MicrosoftAppType=Both MicrosoftAppId=a", "SingleTenant, UserAssignedMSI or MultiTenant")]
    [InlineData("MicrosoftAppType=7 MicrosoftAppId=a", "SingleTenant, UserAssignedMSI or MultiTenant")]
    [InlineData("MicrosoftAppId=a MicrosoftAppTenantId=t BotFramework:CertificatePath=/no/such.pem", "no such file")]
    [InlineData("BotFramework:Cloud=Moon", "Public, UsGovernment or China")]
    [InlineData("BotFramework:TenantRates=50", "7/1")]
    [InlineData("BotFramework:CallTimeoutS=never", "seconds")]
    public void A_registration_that_cannot_work_is_named_at_start(string settings, string expected)
    {
        var fault = Assert.Throws<SettingsException>(() => Read(settings));

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MicrosoftAppType= MicrosoftAppId=A MicrosoftAppPassword=x MicrosoftAppTenantId=t", "t")]
    [InlineData("MicrosoftAppType=SingleTenant MicrosoftAppId=A MicrosoftAppPassword=x MicrosoftAppTenantId=t", "t")]
    [InlineData("MicrosoftAppType=MultiTenant MicrosoftAppId=A MicrosoftAppPassword=x MicrosoftAppTenantId=t", "botframework.com")]
    [InlineData("MicrosoftAppType=MultiTenant MicrosoftAppId=A MicrosoftAppPassword=x", "botframework.com")]
    [InlineData("MicrosoftAppType=MultiTenant MicrosoftAppId=A MicrosoftAppPassword=x BotFramework:Cloud=UsGovernment", "MicrosoftServices.onmicrosoft.us")]
    public void The_kind_of_registration_decides_which_tenant_issues_our_tokens(string settings, string tenant)
    {
        Assert.Equal(tenant, Read(settings).OwnTenant);
    }

    private static BotFrameworkOptions Read(string settings)
    {
        var pairs = settings.Split(' ').Select(setting => setting.Split('=', 2)).ToDictionary(pair => pair[0], pair => (string)pair[1]);
        return BotFrameworkOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(pairs).Build(), isDevelopment: true);
    }

    private static string Message(string serviceUrl) => new JsonObject
    {
        ["type"] = "message",
        ["id"] = "1",
        ["text"] = "hi",
        ["channelId"] = "emulator",
        ["serviceUrl"] = serviceUrl,
        ["from"] = new JsonObject { ["id"] = "dev" },
        ["recipient"] = new JsonObject { ["id"] = "bot" },
        ["conversation"] = new JsonObject { ["id"] = "c1" },
    }.ToJsonString();
}
