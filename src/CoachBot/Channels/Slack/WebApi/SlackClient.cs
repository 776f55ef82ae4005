using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoachBot.Channels.Slack.Install;

namespace CoachBot.Channels.Slack.WebApi;

/// <summary>
/// Makes calls. What surely had no effect is tried again; what may have had one is tried again only where twice is as good as once.
/// </summary>
internal sealed class SlackClient(
    SlackOptions options, IHttpClientFactory http, Installations installations, SlackPauses pauses, TimeProvider time, ILogger<SlackClient> log)
{
    public const string HttpClientName = "Slack";
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(8);

    /// <summary>More than this is not waited for in place: the runner's next message would wait with it.</summary>
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(1);

    public async Task<SlackAnswer> CallAsync(SlackCall call, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await pauses.WaitAsync(call.Limited, cancellationToken);
            var (answer, retryAfter) = await TryCallAsync(call, cancellationToken);
            if (answer.IsDone)
                return answer;

            Log.SlackSaid(log, call.Method, answer.Error, attempt);
            if (answer.Outcome is SlackOutcome.Ended && call.Workspace is { } workspace)
                installations.Forget(workspace);
            if (retryAfter > TimeSpan.Zero && retryAfter <= LongestRetryAfter)
                pauses.Begin(call.Limited, retryAfter);
            var again = answer.Outcome is SlackOutcome.Later || (call.IsRepeatable && answer.Outcome is SlackOutcome.Unknown);
            if (!again || attempt == call.Tries || retryAfter > LongestRetryAfter)
                return answer;
            if (retryAfter == TimeSpan.Zero)
                await Task.Delay(Backoff.After(attempt, TimeSpan.Zero, LongestBackoff), time, cancellationToken);
        }
    }

    /// <summary>Answers at the address that came with a command or a press. It holds for half an hour and needs no token.</summary>
    public async Task RespondAsync(string responseUrl, JsonObject message, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(responseUrl, UriKind.Absolute, out var address) || !IsSlacks(address))
            return;

        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent(message) };
        try
        {
            using var client = http.CreateClient(HttpClientName);
            using var response = await client.SendAsync(request, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            Log.SlackSaid(log, "response_url", e.Message, 1);
        }
    }

    private async Task<(SlackAnswer Answer, TimeSpan RetryAfter)> TryCallAsync(SlackCall call, CancellationToken cancellationToken)
    {
        string? token = null;
        if (call.Workspace is { } workspace && (token = await installations.TokenAsync(workspace, cancellationToken)) is null)
            return (SlackAnswer.Failed(SlackOutcome.Ended, "not_installed"), TimeSpan.Zero);

        try
        {
            using var client = http.CreateClient(HttpClientName);
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.ApiUrl, call.Method)) { Content = new FormUrlEncodedContent(call.Form) };
            if (token is not null)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var response = await client.SendAsync(request, cancellationToken);
            return (await ReadAsync(response, cancellationToken), Backoff.RetryAfter(response, time));
        }
        catch (HttpRequestException e) when (HasNotLeft(e.HttpRequestError))
        {
            return (SlackAnswer.Failed(SlackOutcome.Later, e.HttpRequestError.ToString()), TimeSpan.Zero);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return (SlackAnswer.Failed(SlackOutcome.Unknown, e is TaskCanceledException ? "timed_out" : "broken"), TimeSpan.Zero);
        }
    }

    private static async Task<SlackAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode is HttpStatusCode.TooManyRequests)
            return SlackAnswer.Failed(SlackOutcome.Later, "ratelimited");
        if (response.StatusCode is HttpStatusCode.ServiceUnavailable)
            return SlackAnswer.Failed(SlackOutcome.Later, "service_unavailable");
        if (response.StatusCode is HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError)
            return SlackAnswer.Failed(SlackOutcome.Unknown, $"http_{(int)response.StatusCode}");

        var body = Json.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
        return body is null ? SlackAnswer.Failed(SlackOutcome.Unknown, "no_json") : SlackAnswer.Of(body);
    }

    private bool IsSlacks(Uri address) =>
        (address.Scheme == Uri.UriSchemeHttps && address.Host.EndsWith(".slack.com", StringComparison.OrdinalIgnoreCase))
        || (address.Scheme == options.ApiUrl.Scheme && address.Authority == options.ApiUrl.Authority);

    private static ByteArrayContent JsonContent(JsonObject body)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return content;
    }

    private static bool HasNotLeft(HttpRequestError error) => error is HttpRequestError.NameResolutionError
        or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
}
