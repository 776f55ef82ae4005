using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace CoachBot.Tests.Channels.BotFramework;

/// <summary>One RSA key as an issuer announces it.</summary>
internal sealed class IssuerKey(string kid, int bits = 2048, params string[] endorsements)
{
    public RSA Rsa { get; } = RSA.Create(bits);

    public string Kid { get; } = kid;

    public JsonObject Announcement
    {
        get
        {
            var parameters = Rsa.ExportParameters(includePrivateParameters: false);
            return new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = Kid,
                ["n"] = Base64Url.EncodeToString(parameters.Modulus),
                ["e"] = Base64Url.EncodeToString(parameters.Exponent),
                ["endorsements"] = new JsonArray([.. endorsements.Select(each => JsonValue.Create(each))]),
            };
        }
    }
}

/// <summary>JSON Web Tokens made by hand, so that every part of one can be made wrong.</summary>
internal sealed class IssuedToken(JsonObject header, JsonObject payload, IssuerKey key)
{
    public JsonObject Header { get; } = header;

    public JsonObject Payload { get; } = payload;

    public IssuerKey Key { get; set; } = key;

    public static IssuedToken Channel(IssuerKey key, DateTimeOffset now, string serviceUrl) => new(
        HeaderOf(key),
        new JsonObject
        {
            ["iss"] = "https://api.botframework.com",
            ["aud"] = AzureHost.AppId,
            ["serviceurl"] = serviceUrl,
            ["nbf"] = now.AddMinutes(-1).ToUnixTimeSeconds(),
            ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
        },
        key);

    public static IssuedToken EntraV1(IssuerKey key, DateTimeOffset now, string tenant = AzureHost.TenantId) => new(
        HeaderOf(key),
        new JsonObject
        {
            ["iss"] = $"https://sts.windows.net/{tenant}/",
            ["aud"] = AzureHost.AppId,
            ["appid"] = AzureHost.AppId,
            ["tid"] = tenant,
            ["ver"] = "1.0",
            ["nbf"] = now.AddMinutes(-1).ToUnixTimeSeconds(),
            ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
        },
        key);

    public static IssuedToken EntraV2(IssuerKey key, DateTimeOffset now, string login, string tenant = AzureHost.TenantId) => new(
        HeaderOf(key),
        new JsonObject
        {
            ["iss"] = $"{login}/{tenant}/v2.0",
            ["aud"] = AzureHost.AppId,
            ["azp"] = AzureHost.AppId,
            ["tid"] = tenant,
            ["ver"] = "2.0",
            ["nbf"] = now.AddMinutes(-1).ToUnixTimeSeconds(),
            ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
        },
        key);

    public IssuedToken With(string claim, JsonNode? value)
    {
        Payload[claim] = value;
        return this;
    }

    public IssuedToken Without(string claim)
    {
        Payload.Remove(claim);
        return this;
    }

    public IssuedToken WithHeader(string name, JsonNode? value)
    {
        Header[name] = value;
        return this;
    }

    public IssuedToken SignedBy(IssuerKey other)
    {
        Key = other;
        return this;
    }

    public override string ToString() => $"{Unsigned()}.{Base64Url.EncodeToString(Sign())}";

    public string Unsigned() => $"{Part(Header)}.{Part(Payload)}";

    public byte[] Sign()
    {
        var signed = Encoding.ASCII.GetBytes(Unsigned());
        return Header["alg"]?.ToString() switch
        {
            "RS384" => Key.Rsa.SignData(signed, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
            "RS512" => Key.Rsa.SignData(signed, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            "PS256" => Key.Rsa.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            _ => Key.Rsa.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        };
    }

    private static JsonObject HeaderOf(IssuerKey key) => new() { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = key.Kid };

    private static string Part(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));
}
