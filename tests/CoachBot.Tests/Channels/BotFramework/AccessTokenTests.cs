using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CoachBot.Channels.BotFramework;
using CoachBot.Channels.BotFramework.Outgoing;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using static CoachBot.Tests.Channels.BotFramework.ConnectorStandIn;

namespace CoachBot.Tests.Channels.BotFramework;

/// <summary>Our own tokens: from where, how often, and what is said when there are none.</summary>
public sealed class AccessTokenTests
{
    [Fact]
    public async Task A_password_is_shown_to_the_bots_own_tenant_and_the_token_kept()
    {
        await using var azure = await AzureHost.StartAsync();

        await Task.WhenAll(Enumerable.Range(1, 5).Select(i => SayAsync(azure, i)));

        var (tenant, form) = Assert.Single(azure.Connector.TokenRequests);
        Assert.Equal(AzureHost.TenantId, tenant);
        Assert.Equal(
            ["client_credentials", AzureHost.AppId, "pa55word", "https://api.botframework.com/.default"],
            new[] { "grant_type", "client_id", "client_secret", "scope" }.Select(name => form[name].ToString()));
    }

    [Fact]
    public async Task A_multi_tenant_bot_asks_the_Bot_Frameworks_tenant()
    {
        await using var azure = await AzureHost.StartAsync(null, "--MicrosoftAppType=MultiTenant");

        await SayAsync(azure, 1);

        Assert.Equal("botframework.com", Assert.Single(azure.Connector.TokenRequests).Tenant);
    }

    [Fact]
    public async Task A_certificate_stands_in_for_the_password()
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=coach", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var certificate = request.CreateSelfSigned(start, start.AddYears(10));
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".pem");
        await File.WriteAllTextAsync(path, certificate.ExportCertificatePem() + "\n" + rsa.ExportPkcs8PrivateKeyPem());
        try
        {
            await using var azure = await AzureHost.StartAsync(null, "--MicrosoftAppPassword=", $"--BotFramework:CertificatePath={path}");
            await SayAsync(azure, 1);

            var form = Assert.Single(azure.Connector.TokenRequests).Form;
            Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", form["client_assertion_type"]);
            Assert.False(form.ContainsKey("client_secret"));
            var result = await new JsonWebTokenHandler().ValidateTokenAsync(form["client_assertion"], new TokenValidationParameters
            {
                ValidIssuer = AzureHost.AppId,
                ValidAudience = $"{azure.Connector.Address}/{AzureHost.TenantId}/oauth2/v2.0/token",
                IssuerSigningKey = new RsaSecurityKey(certificate.GetRSAPublicKey()),
                LifetimeValidator = (_, expires, _, _) => expires > azure.Now.UtcDateTime,
            });
            Assert.True(result.IsValid, result.Exception?.Message);
            Assert.Equal(
                Base64UrlEncoder.Encode(certificate.GetCertHash(HashAlgorithmName.SHA256)),
                ((JsonWebToken)result.SecurityToken).GetHeaderValue<string>("x5t#S256"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_managed_identity_needs_no_secret_and_says_what_is_wrong_when_there_is_none()
    {
        var options = new BotFrameworkOptions { AppId = AzureHost.AppId, AppType = AppType.UserAssignedMSI };
        var until = new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
        var identity = new FakeIdentity(scopes => new Azure.Core.AccessToken(string.Join(' ', scopes), until));
        var nobody = new FakeIdentity(_ => throw new Azure.Identity.CredentialUnavailableException("no identity here"));

        var token = await new ManagedIdentityTokens(options, identity).FetchAsync(CancellationToken.None);
        var fault = await Assert.ThrowsAsync<AccessTokenException>(
            () => new ManagedIdentityTokens(options, nobody).FetchAsync(CancellationToken.None));

        Assert.Equal(("https://api.botframework.com/.default", until), (token.Value, token.ExpiresAt));
        Assert.Equal($"No token for managed identity {AzureHost.AppId}: no identity here", fault.Message);
    }

    [Fact]
    public async Task A_token_is_replaced_in_the_background_before_it_expires()
    {
        await using var azure = await AzureHost.StartAsync();
        await SayAsync(azure, 1);

        azure.Time.Advance(TimeSpan.FromMinutes(47));
        await SayAsync(azure, 2);
        Assert.Single(azure.Connector.TokenRequests);

        azure.Time.Advance(TimeSpan.FromMinutes(2));
        var slow = new TaskCompletionSource();
        azure.Connector.TokenScript.Enqueue(async context =>
        {
            await slow.Task;
            await context.Response.WriteAsync("""{"expires_in":3600,"access_token":"fresh"}""");
        });
        await SayAsync(azure, 3);
        Assert.Equal("Bearer ours-1", azure.Connector.Calls.Last().Authorization);

        slow.SetResult();
        azure.Time.Advance(TimeSpan.FromMinutes(12));
        await SayAsync(azure, 4);
        Assert.Equal("Bearer fresh", azure.Connector.Calls.Last().Authorization);
    }

    [Fact]
    public async Task A_busy_token_service_is_asked_again_after_the_time_it_names()
    {
        await using var azure = await AzureHost.StartAsync();
        azure.Connector.TokenScript.Enqueue(Status(429, retryAfter: "3"));
        azure.Connector.TokenScript.Enqueue(Status(503));

        await azure.RunClockAsync(SayAsync(azure, 1));

        Assert.Equal(3, azure.Connector.TokenRequests.Count);
        Assert.Single(azure.Connector.Calls);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent_and_the_reply_waits()
    {
        await using var azure = await AzureHost.StartAsync();
        Func<HttpContext, Task> wrongTenant = async context =>
        {
            context.Response.StatusCode = 400;
            await context.Response.WriteAsync("""{"error":"unauthorized_client","error_description":"AADSTS700016: not found in the directory"}""");
        };
        azure.Connector.TokenScript.Enqueue(wrongTenant);
        azure.Connector.TokenScript.Enqueue(wrongTenant);

        await SayAsync(azure, 1);
        Assert.Empty(azure.Connector.Calls);

        await SayAsync(azure, 2);
        Assert.Equal(["Echo: 1", "Echo: 2"], azure.Connector.Calls.Select(call => call.Text));
    }

    private static async Task<HttpResponseMessage> SayAsync(AzureHost azure, int number)
    {
        var response = await azure.PostAsync(azure.Message($"{number}", id: $"{number}"));
        Assert.True(response.IsSuccessStatusCode);
        return response;
    }

    private sealed class FakeIdentity(Func<string[], Azure.Core.AccessToken> answer) : Azure.Core.TokenCredential
    {
        public override Azure.Core.AccessToken GetToken(Azure.Core.TokenRequestContext context, CancellationToken cancellationToken) =>
            answer(context.Scopes);

        public override ValueTask<Azure.Core.AccessToken> GetTokenAsync(
            Azure.Core.TokenRequestContext context, CancellationToken cancellationToken) => new(answer(context.Scopes));
    }
}
