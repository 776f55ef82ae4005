using System.Text.Json;
using CoachBot.Channels.BotFramework.Incoming;
using CoachBot.Health;
using CoachBot.Health.Checks;

namespace CoachBot.Channels.BotFramework;

/// <summary>Whether the keys that Azure signs its calls with can be fetched; its answer also tells the time.</summary>
internal sealed class MetadataCheck(BotFrameworkOptions options, IHttpClientFactory http) : ISelfCheck, IOtherClock
{
    private const string Remedy = "Let this machine make HTTPS calls to it; a proxy is set with HTTPS_PROXY.";

    public string Name => "metadata";

    string IOtherClock.Name => options.Cloud.OpenIdMetadata.Host;

    public async Task<SelfCheckResult> LookAsync(CancellationToken cancellationToken)
    {
        var address = options.Cloud.OpenIdMetadata;
        try
        {
            using var answer = await GetAsync(address, cancellationToken);
            using var body = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(cancellationToken));
            var keys = new Uri(body.RootElement.GetProperty("jwks_uri").GetString()!);
            using var keysAnswer = await GetAsync(keys, cancellationToken);
            using var set = JsonDocument.Parse(await keysAnswer.Content.ReadAsStreamAsync(cancellationToken));
            return SelfCheckResult.Ok($"{set.RootElement.GetProperty("keys").GetArrayLength()} signing keys from {address.Host}.");
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return SelfCheckResult.Fail($"{address} cannot be reached: {e.Message}", Remedy);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or UriFormatException or ArgumentNullException)
        {
            return SelfCheckResult.Fail($"{address} answers with something else than the keys' address.", "Look whether a proxy answers in its place.");
        }
    }

    public async Task<DateTimeOffset?> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await GetAsync(options.Cloud.OpenIdMetadata, cancellationToken);
            return answer.Headers.Date;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }

    private async Task<HttpResponseMessage> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        using var client = http.CreateClient(SigningKeys.HttpClientName);
        return (await client.GetAsync(address, cancellationToken)).EnsureSuccessStatusCode();
    }
}
