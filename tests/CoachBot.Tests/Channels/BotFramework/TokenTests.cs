using System.Net;

namespace CoachBot.Tests.Channels.BotFramework;

/// <summary>Tokens that are taken, and keys that change.</summary>
public sealed class TokenTests
{
    [Fact]
    public async Task A_channels_token_is_taken_and_the_reply_carries_ours()
    {
        await using var azure = await AzureHost.StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await azure.PostAsync(azure.Message("hello"))).StatusCode);

        var call = Assert.Single(azure.Connector.Calls);
        Assert.Equal("Echo: hello", call.Text);
        Assert.Equal("Bearer ours-1", call.Authorization);
    }

    [Theory]
    [InlineData("RS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    public async Task Every_allowed_algorithm_is_taken(string algorithm)
    {
        await using var azure = await AzureHost.StartAsync();

        var response = await azure.PostAsync(azure.Message(), azure.ChannelToken().WithHeader("alg", algorithm).ToString());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData(AzureHost.TenantId)]
    [InlineData("d6d49420-f39b-4df7-a1dc-d59a935871db")]
    [InlineData("f8cdef31-a31e-4b4a-93e4-5f571e91255a")]
    [InlineData("69e9b82d-4842-4902-8d1e-abc5b98a55e8")]
    public async Task Both_versions_of_Entra_tokens_are_taken_from_Microsofts_tenants_and_our_own(string tenant)
    {
        await using var azure = await AzureHost.StartAsync();
        var first = IssuedToken.EntraV1(azure.EntraKey, azure.Now, tenant).ToString();
        var second = IssuedToken.EntraV2(azure.EntraKey, azure.Now, azure.Connector.Address, tenant).ToString();

        Assert.Equal(HttpStatusCode.OK, (await azure.PostAsync(azure.Message(id: "1"), first)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await azure.PostAsync(azure.Message(id: "2"), second)).StatusCode);
    }

    [Fact]
    public async Task An_allowed_caller_may_speak_too()
    {
        const string caller = "99999999-0000-0000-0000-000000000000";
        await using var azure = await AzureHost.StartAsync(null, $"--BotFramework:AllowedCallers={caller}");

        var response = await azure.PostAsync(azure.Message(), azure.EntraV2Token().With("azp", caller).ToString());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("exp", -4, HttpStatusCode.OK)]
    [InlineData("exp", -6, HttpStatusCode.Unauthorized)]
    [InlineData("nbf", 4, HttpStatusCode.OK)]
    [InlineData("nbf", 6, HttpStatusCode.Unauthorized)]
    public async Task Clocks_may_differ_by_five_minutes(string claim, int minutes, HttpStatusCode expected)
    {
        await using var azure = await AzureHost.StartAsync();
        var token = azure.ChannelToken().With("nbf", azure.Now.AddHours(-1).ToUnixTimeSeconds());

        token.With(claim, azure.Now.AddMinutes(minutes).ToUnixTimeSeconds());

        Assert.Equal(expected, (await azure.PostAsync(azure.Message(), token.ToString())).StatusCode);
    }

    [Theory]
    [InlineData("/connector")]
    [InlineData("/connector/")]
    public async Task A_slash_at_the_end_of_the_service_address_makes_no_difference(string path)
    {
        await using var azure = await AzureHost.StartAsync();

        var response = await azure.PostAsync(azure.Message(), azure.ChannelToken().With("serviceurl", azure.Connector.Address + path).ToString());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_new_key_is_fetched_at_once_but_an_unknown_one_not_again_and_again()
    {
        await using var azure = await AzureHost.StartAsync();
        await azure.PostAsync(azure.Message(id: "1"));
        var fetches = azure.Connector.MetadataFetches;

        azure.Connector.ChannelKeys[0] = new IssuerKey("channel-2", 2048, "msteams");
        Assert.Equal(HttpStatusCode.OK, (await azure.PostAsync(azure.Message(id: "2"))).StatusCode);

        var stranger = azure.ChannelToken().WithHeader("kid", "stranger").ToString();
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await azure.PostAsync(azure.Message(), stranger)).StatusCode);
        Assert.Equal(fetches + 1, azure.Connector.MetadataFetches);

        azure.Time.Advance(TimeSpan.FromMinutes(5));
        await azure.PostAsync(azure.Message(), azure.ChannelToken().WithHeader("kid", "stranger").ToString());
        Assert.Equal(fetches + 2, azure.Connector.MetadataFetches);
    }

    [Fact]
    public async Task A_key_that_was_withdrawn_is_refused_after_the_next_fetch()
    {
        await using var azure = await AzureHost.StartAsync();
        var old = azure.ChannelKey;
        await azure.PostAsync(azure.Message(id: "1"));

        azure.Connector.ChannelKeys[0] = new IssuerKey("channel-2", 2048, "msteams");
        await azure.PostAsync(azure.Message(id: "2"));

        var response = await azure.PostAsync(azure.Message(id: "3"), azure.ChannelToken().SignedBy(old).WithHeader("kid", old.Kid).ToString());
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task The_last_good_keys_stay_while_new_ones_cannot_be_fetched()
    {
        await using var azure = await AzureHost.StartAsync();
        await azure.PostAsync(azure.Message(id: "1"));

        azure.Connector.IsMetadataDown = true;
        azure.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(HttpStatusCode.OK, (await azure.PostAsync(azure.Message(id: "2"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await azure.Host.SendAsync(HttpMethod.Get, "/health/ready")).StatusCode);
    }

    [Fact]
    public async Task Without_any_keys_a_token_is_not_judged_and_the_host_is_not_ready_until_they_come()
    {
        await using var connector = await ConnectorStandIn.StartAsync();
        connector.IsMetadataDown = true;
        await using var azure = await AzureHost.StartAsync(
            null, $"--BotFramework:OpenIdMetadata={connector.Address}/v1/.well-known/openidconfiguration");
        connector.ChannelKeys[0] = azure.ChannelKey;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await azure.PostAsync(azure.Message())).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await azure.Host.SendAsync(HttpMethod.Get, "/health/ready")).StatusCode);

        connector.IsMetadataDown = false;
        azure.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(HttpStatusCode.OK, (await azure.PostAsync(azure.Message())).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await azure.Host.SendAsync(HttpMethod.Get, "/health/ready")).StatusCode);
    }
}
