using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace CoachBot.Tests.Channels.BotFramework;

/// <summary>Every way in which a token can be wrong that we could think of: none gets through, and each gets the right answer.</summary>
public sealed class BadTokenTests(SharedAzureHost shared) : IClassFixture<SharedAzureHost>
{
    private readonly AzureHost _azure = shared.Azure;

    private static readonly Dictionary<string, Func<AzureHost, string>> Unproven = new()
    {
        ["no dots"] = _ => "token",
        ["two parts"] = azure => azure.ChannelToken().Unsigned(),
        ["four parts"] = azure => $"{azure.ChannelToken()}.x",
        ["five parts, as if encrypted"] = azure => $"{azure.ChannelToken()}.x.y",
        ["empty parts"] = _ => "..",
        ["not base64"] = _ => "%%%.%%%.%%%",
        ["not JSON"] = _ => $"{Encode("hello")}.{Encode("world")}.{Encode("!")}",
        ["an array as header"] = azure => $"{Encode("[]")}.{azure.ChannelToken().ToString().Split('.')[1]}.{Encode("x")}",
        ["a payload that is null"] = azure => $"{azure.ChannelToken().ToString().Split('.')[0]}.{Encode("null")}.{Encode("x")}",
        ["deeply nested"] = azure => $"{azure.ChannelToken().ToString().Split('.')[0]}.{Encode(new string('[', 5000))}.{Encode("x")}",
        ["longer than any token"] = azure => azure.ChannelToken().With("padding", new string('x', 15_000)).ToString(),
        ["algorithm none, unsigned"] = azure => azure.ChannelToken().WithHeader("alg", "none").Unsigned() + ".",
        ["algorithm none, signed"] = azure => azure.ChannelToken().WithHeader("alg", "none").ToString(),
        ["no algorithm"] = azure => azure.ChannelToken().WithHeader("alg", null).ToString(),
        ["algorithm as a number"] = azure => azure.ChannelToken().WithHeader("alg", 256).ToString(),
        ["HMAC with the public key"] = HmacWithPublicKey,
        ["PS256"] = azure => azure.ChannelToken().WithHeader("alg", "PS256").ToString(),
        ["ES256 in name"] = azure => azure.ChannelToken().WithHeader("alg", "ES256").ToString(),
        ["another algorithm than it was signed with"] = azure => Relabel(azure, "RS512"),
        ["no key id"] = azure => Remove(azure.ChannelToken(), "kid").ToString(),
        ["an unknown key id"] = azure => azure.ChannelToken().WithHeader("kid", "nobody").ToString(),
        ["a stranger's signature"] = azure => azure.ChannelToken().SignedBy(new IssuerKey(azure.ChannelKey.Kid)).ToString(),
        ["no signature"] = azure => azure.ChannelToken().Unsigned() + ".",
        ["one bit of the signature changed"] = FlipSignature,
        ["changed after signing"] = ChangeAfterSigning,
        ["the key in its own header"] = OwnKeyInHeader,
        ["a critical extension"] = azure => azure.ChannelToken().WithHeader("crit", new JsonArray("b64")).WithHeader("b64", false).ToString(),
        ["a weak key"] = azure => azure.ChannelToken().SignedBy(azure.Connector.ChannelKeys[1]).WithHeader("kid", "weak").ToString(),
        ["no issuer"] = azure => azure.ChannelToken().Without("iss").ToString(),
        ["an unknown issuer"] = azure => azure.ChannelToken().With("iss", "https://evil.example").ToString(),
        ["the issuer with a slash more"] = azure => azure.ChannelToken().With("iss", "https://api.botframework.com/").ToString(),
        ["the issuer in capitals"] = azure => azure.ChannelToken().With("iss", "https://API.botframework.com").ToString(),
        ["another cloud's issuer"] = azure => azure.ChannelToken().With("iss", "https://api.botframework.us").ToString(),
        ["the issuer in a list"] = azure => azure.ChannelToken().With("iss", new JsonArray("https://api.botframework.com")).ToString(),
        ["no audience"] = azure => azure.ChannelToken().Without("aud").ToString(),
        ["another bot's audience"] = azure => azure.ChannelToken().With("aud", AzureHost.TenantId).ToString(),
        ["an empty audience"] = azure => azure.ChannelToken().With("aud", "").ToString(),
        ["expired"] = azure => azure.ChannelToken().With("exp", azure.Now.AddMinutes(-6).ToUnixTimeSeconds()).ToString(),
        ["not valid yet"] = azure => azure.ChannelToken().With("nbf", azure.Now.AddMinutes(6).ToUnixTimeSeconds()).ToString(),
        ["no expiry"] = azure => azure.ChannelToken().Without("exp").ToString(),
        ["an expiry in words"] = azure => azure.ChannelToken().With("exp", "tomorrow").ToString(),
        ["a Connector's name over an Entra key"] = azure => azure.ChannelToken().SignedBy(azure.EntraKey).WithHeader("kid", "entra-1").ToString(),
        ["Entra's name over a channel's key"] = azure => azure.EntraV2Token().SignedBy(azure.ChannelKey).WithHeader("kid", "channel-1").ToString(),
        ["Entra: a foreign tenant"] = azure => IssuedToken.EntraV1(azure.EntraKey, azure.Now, "bbbbbbbb-0000-0000-0000-000000000000").ToString(),
        ["Entra: a tenant that is not its issuer's"] = azure => azure.EntraV1Token().With("tid", "bbbbbbbb-0000-0000-0000-000000000000").ToString(),
        ["Entra: no tenant"] = azure => azure.EntraV2Token().Without("tid").ToString(),
        ["Entra v1: another application"] = azure => azure.EntraV1Token().With("appid", AzureHost.TenantId).ToString(),
        ["Entra v1: no application"] = azure => azure.EntraV1Token().Without("appid").ToString(),
        ["Entra v1: the application only as azp"] = azure => azure.EntraV1Token().Without("appid").With("azp", AzureHost.AppId).ToString(),
        ["Entra v2: another application"] = azure => azure.EntraV2Token().With("azp", AzureHost.TenantId).ToString(),
        ["Entra v2: the application only as appid"] = azure => azure.EntraV2Token().Without("azp").With("appid", AzureHost.AppId).ToString(),
        ["Entra: the other version"] = azure => azure.EntraV2Token().With("ver", "1.0").ToString(),
        ["Entra: no version"] = azure => azure.EntraV1Token().Without("ver").ToString(),
        ["Entra: another audience"] = azure => azure.EntraV2Token().With("aud", "https://graph.microsoft.com").ToString(),
        ["Entra: expired"] = azure => azure.EntraV1Token().With("exp", azure.Now.AddHours(-1).ToUnixTimeSeconds()).ToString(),
    };

    private static readonly Dictionary<string, Func<AzureHost, (string Token, JsonObject Activity)>> NotAllowed = new()
    {
        ["no serviceurl"] = azure => (azure.ChannelToken().Without("serviceurl").ToString(), azure.Message()),
        ["another path"] = azure => (azure.ChannelToken().With("serviceurl", azure.Connector.ServiceUrl + "other").ToString(), azure.Message()),
        ["another case of the path"] = azure => (azure.ChannelToken().With("serviceurl", azure.Connector.Address + "/Connector").ToString(), azure.Message()),
        ["another host"] = azure => (azure.ChannelToken().With("serviceurl", "https://smba.trafficmanager.net/teams/").ToString(), azure.Message()),
        ["no serviceUrl in the activity"] = azure => (azure.ChannelToken().ToString(), Without(azure.Message(), "serviceUrl")),
        ["a host off the list"] = azure => Both(azure, "https://evil.example/"),
        ["a host that only ends like one"] = azure => Both(azure, "https://evilbotframework.com/"),
        ["a host that only begins like one"] = azure => Both(azure, "https://smba.trafficmanager.net.evil.example/"),
        ["plain http to a listed host"] = azure => Both(azure, "http://smba.trafficmanager.net/teams/"),
        ["a port of its own"] = azure => Both(azure, "https://smba.trafficmanager.net:8443/teams/"),
        ["a name before the host"] = azure => Both(azure, "https://smba.trafficmanager.net@evil.example/"),
        ["another loopback"] = azure => Both(azure, "http://localhost:1/"),
        ["an address of the cloud's own network"] = azure => Both(azure, "http://169.254.169.254/metadata"),
        ["not http"] = azure => Both(azure, "file:///etc/passwd"),
        ["a channel its key is not endorsed for"] = azure => (azure.ChannelToken().ToString(), Channel(azure.Message(), "telegram")),
        ["the channel in capitals"] = azure => (azure.ChannelToken().ToString(), Channel(azure.Message(), "MSTEAMS")),
        ["no channel"] = azure => (azure.ChannelToken().ToString(), Without(azure.Message(), "channelId")),
        ["an empty channel"] = azure => (azure.ChannelToken().ToString(), Channel(azure.Message(), "")),
        ["a key endorsed for nothing"] =
            azure => (azure.ChannelToken().SignedBy(azure.Connector.ChannelKeys[2]).WithHeader("kid", "bare").ToString(), azure.Message()),
        ["Entra: a host off the list"] =
            azure => (azure.EntraV2Token().ToString(), With(azure.Message(), "serviceUrl", "https://evil.example/")),
        ["Entra: another serviceurl"] =
            azure => (azure.EntraV2Token().With("serviceurl", "https://smba.trafficmanager.net/").ToString(), azure.Message()),
    };

    public static TheoryData<string> UnprovenNames => [.. Unproven.Keys];

    public static TheoryData<string> NotAllowedNames => [.. NotAllowed.Keys];

    [Theory]
    [MemberData(nameof(UnprovenNames))]
    public async Task What_proves_nothing_is_401(string name)
    {
        await RefusesAsync(HttpStatusCode.Unauthorized, Unproven[name](_azure), _azure.Message());
    }

    [Theory]
    [MemberData(nameof(NotAllowedNames))]
    public async Task A_good_token_for_something_else_is_403(string name)
    {
        var (token, activity) = NotAllowed[name](_azure);

        await RefusesAsync(HttpStatusCode.Forbidden, token, activity);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Basic YTpi")]
    [InlineData("{token}")]
    [InlineData("Token {token}")]
    [InlineData("Bearer  {token}")]
    [InlineData("Bearer {token} more")]
    [InlineData("Bearer {token}, Bearer {token}")]
    public async Task A_header_of_another_form_is_401(string? header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages");
        request.Headers.TryAddWithoutValidation("Authorization", header?.Replace("{token}", _azure.ChannelToken().ToString(), StringComparison.Ordinal));
        request.Content = new StringContent(_azure.Message().ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));

        Assert.Equal(HttpStatusCode.Unauthorized, (await _azure.Host.Client.SendAsync(request)).StatusCode);
        Assert.Empty(_azure.Connector.Calls);
    }

    private async Task RefusesAsync(HttpStatusCode expected, string token, JsonObject activity)
    {
        var response = await _azure.PostAsync(activity, token);

        var body = await response.Content.ReadAsStringAsync();
        Assert.True(expected == response.StatusCode, $"{(int)response.StatusCode} {body}");
        Assert.NotEmpty((string)JsonNode.Parse(body)!["error"]!["message"]!);
        Assert.Empty(_azure.Connector.Calls);
        Assert.Equal(expected is HttpStatusCode.Unauthorized, response.Headers.WwwAuthenticate.Count == 1);
    }

    private static (string, JsonObject) Both(AzureHost azure, string serviceUrl) =>
        (azure.ChannelToken().With("serviceurl", serviceUrl).ToString(), With(azure.Message(), "serviceUrl", serviceUrl));

    private static JsonObject Channel(JsonObject activity, string id) => With(activity, "channelId", id);

    private static JsonObject With(JsonObject activity, string name, string value)
    {
        activity[name] = value;
        return activity;
    }

    private static JsonObject Without(JsonObject activity, string name)
    {
        activity.Remove(name);
        return activity;
    }

    private static IssuedToken Remove(IssuedToken token, string header)
    {
        token.Header.Remove(header);
        return token;
    }

    private static string HmacWithPublicKey(AzureHost azure)
    {
        var unsigned = azure.ChannelToken().WithHeader("alg", "HS256").Unsigned();
        var publicKey = Encoding.ASCII.GetBytes(azure.ChannelKey.Rsa.ExportSubjectPublicKeyInfoPem());
        return $"{unsigned}.{Base64Url.EncodeToString(HMACSHA256.HashData(publicKey, Encoding.ASCII.GetBytes(unsigned)))}";
    }

    private static string Relabel(AzureHost azure, string algorithm)
    {
        var signature = azure.ChannelToken().Sign();
        return $"{azure.ChannelToken().WithHeader("alg", algorithm).Unsigned()}.{Base64Url.EncodeToString(signature)}";
    }

    private static string FlipSignature(AzureHost azure)
    {
        var signature = azure.ChannelToken().Sign();
        signature[17] ^= 1;
        return $"{azure.ChannelToken().Unsigned()}.{Base64Url.EncodeToString(signature)}";
    }

    private static string ChangeAfterSigning(AzureHost azure)
    {
        var signature = azure.ChannelToken().With("aud", AzureHost.TenantId).Sign();
        return $"{azure.ChannelToken().Unsigned()}.{Base64Url.EncodeToString(signature)}";
    }

    private static string OwnKeyInHeader(AzureHost azure)
    {
        var own = new IssuerKey("own", 2048, "msteams");
        return azure.ChannelToken().SignedBy(own).WithHeader("kid", "own").WithHeader("jwk", own.Announcement).ToString();
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
