using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace CoachBot.Channels.BotFramework.Outgoing;

/// <summary>Tokens from Entra ID for a password or a certificate (OAuth 2.0 client credentials).</summary>
internal sealed class SecretTokens(BotFrameworkOptions options, IHttpClientFactory http, TimeProvider time) : IAccessTokenSource
{
    public const string HttpClientName = "BotFramework.Login";
    private const int Tries = 4;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly ClientAssertions? _assertions = options.CertificatePath is null ? null : new ClientAssertions(options, time);

    public bool IsNeeded => true;

    private Uri Address => new($"{options.Cloud.Login}/{options.OwnTenant}/oauth2/v2.0/token");

    public async Task<AccessToken> FetchAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (token, failure, wait) = await TryFetchAsync(cancellationToken);
            if (token is not null)
                return token;
            if (wait is null || attempt == Tries)
                throw new AccessTokenException($"No token for app {options.AppId} from tenant {options.OwnTenant}: {failure}");
            await Task.Delay(Backoff.After(attempt, wait.Value, LongestWait), time, cancellationToken);
        }
    }

    /// <returns>The token, or what went wrong and, if another try may help, how long to wait at least.</returns>
    private async Task<(AccessToken? Token, string? Failure, TimeSpan? Wait)> TryFetchAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var client = http.CreateClient(HttpClientName);
            using var content = new FormUrlEncodedContent(Form());
            using var response = await client.PostAsync(Address, content, cancellationToken);
            var answer = ReadObject(await response.Content.ReadAsStringAsync(cancellationToken));
            if (response.IsSuccessStatusCode && Token(answer) is { } token)
                return (token, null, null);

            var mayHelp = response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)response.StatusCode >= 500;
            var failure = (string?)answer?["error_description"] ?? (string?)answer?["error"] ?? $"status {(int)response.StatusCode}";
            return (null, failure, mayHelp ? Backoff.RetryAfter(response, time) : null);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return (null, e.Message, TimeSpan.Zero);
        }
    }

    private Dictionary<string, string> Form()
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = options.AppId!,
            ["scope"] = options.Cloud.Scope,
        };
        if (_assertions is null)
        {
            form["client_secret"] = options.Password!;
        }
        else
        {
            form["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
            form["client_assertion"] = _assertions.Sign(Address);
        }

        return form;
    }

    private AccessToken? Token(JsonObject? answer) =>
        (string?)answer?["access_token"] is { Length: > 0 } value
        && int.TryParse(answer["expires_in"]?.ToString(), CultureInfo.InvariantCulture, out var seconds)
            ? new AccessToken(value, time.GetUtcNow().AddSeconds(seconds))
            : null;

    private static JsonObject? ReadObject(string body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
