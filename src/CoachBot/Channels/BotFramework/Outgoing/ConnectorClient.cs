using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.Channels.BotFramework.Outgoing;

/// <summary>
/// The Connector's REST calls. What surely had no effect is tried again; what may have had one is tried again only where
/// twice is as good as once.
/// </summary>
internal sealed class ConnectorClient(
    IHttpClientFactory http,
    AccessTokens tokens,
    RateBudgets budgets,
    TrustedServices services,
    TimeProvider time,
    ILogger<ConnectorClient> log)
{
    public const string HttpClientName = "BotFramework.Connector";
    private const int Tries = 6;
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(8);

    /// <summary>More than this is not waited for in place: the runner's next message would wait with it.</summary>
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(1);

    /// <summary>Sends, as a reply where the activity says what it answers.</summary>
    public Task<ConnectorAnswer> SendAsync(Activity activity, CancellationToken cancellationToken)
    {
        var path = $"v3/conversations/{Escape(activity.Conversation!.Id!)}/activities";
        if (!string.IsNullOrEmpty(activity.ReplyToId))
            path += $"/{Escape(activity.ReplyToId)}";
        return CallAsync(Address(activity.ServiceUrl, path), activity.Conversation, ActivityJson.Write(activity), isRepeatable: false, cancellationToken);
    }

    /// <summary>
    /// Opens the conversation between the bot and one member, or finds it again: the service gives the same id every time,
    /// so that this may be repeated.
    /// </summary>
    public Task<ConnectorAnswer> OpenPersonalAsync(Activity activity, CancellationToken cancellationToken)
    {
        var parameters = new ConversationParameters(
            isGroup: false, bot: activity.From, members: [activity.Recipient!], tenantId: activity.Conversation!.TenantId);
        var body = JsonSerializer.SerializeToUtf8Bytes(parameters, ActivityJson.Default.ConversationParameters);
        return CallAsync(Address(activity.ServiceUrl, "v3/conversations"), activity.Conversation, body, isRepeatable: true, cancellationToken);
    }

    private async Task<ConnectorAnswer> CallAsync(
        Uri? address, ConversationAccount conversation, byte[] body, bool isRepeatable, CancellationToken cancellationToken)
    {
        if (address is null)
            return new ConnectorAnswer(ConnectorOutcome.Refused, "UntrustedServiceUrl");

        var rejected = false;
        for (var attempt = 1; ; attempt++)
        {
            await budgets.WaitAsync(conversation.Id!, conversation.TenantId, cancellationToken);
            var (answer, status, retryAfter) = await TryCallAsync(address, body, cancellationToken);
            if (answer.Outcome is ConnectorOutcome.Done)
                return answer;

            Log.ConnectorSaid(log, (int?)status ?? 0, answer.Code, attempt);
            var again = answer.Outcome is ConnectorOutcome.Later || (isRepeatable && answer.Outcome is ConnectorOutcome.Unknown);
            if (!again || attempt == Tries || retryAfter > LongestRetryAfter || (status is HttpStatusCode.Unauthorized && rejected))
                return answer;
            rejected |= status is HttpStatusCode.Unauthorized;
            if (status is HttpStatusCode.TooManyRequests)
                budgets.Pause(conversation.Id!, retryAfter);
            if (status is not HttpStatusCode.Unauthorized)
                await Task.Delay(Backoff.After(attempt, retryAfter, LongestBackoff), time, cancellationToken);
        }
    }

    private async Task<(ConnectorAnswer Answer, HttpStatusCode? Status, TimeSpan RetryAfter)> TryCallAsync(
        Uri address, byte[] body, CancellationToken cancellationToken)
    {
        try
        {
            var token = await tokens.GetAsync(cancellationToken);
            using var client = http.CreateClient(HttpClientName);
            using var request = Request(address, body, token);
            using var response = await client.SendAsync(request, cancellationToken);
            if (response.StatusCode is HttpStatusCode.Unauthorized && token is not null)
                tokens.Reject(token);
            return (await ReadAsync(response, cancellationToken), response.StatusCode, Backoff.RetryAfter(response, time));
        }
        catch (AccessTokenException)
        {
            return (new ConnectorAnswer(ConnectorOutcome.Later, "NoToken"), HttpStatusCode.Unauthorized, TimeSpan.Zero);
        }
        catch (HttpRequestException e) when (HasNotLeft(e.HttpRequestError))
        {
            return (new ConnectorAnswer(ConnectorOutcome.Later, e.HttpRequestError.ToString()), null, TimeSpan.Zero);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return (new ConnectorAnswer(ConnectorOutcome.Unknown, e is TaskCanceledException ? "TimedOut" : "Broken"), null, TimeSpan.Zero);
        }
    }

    private static HttpRequestMessage Request(Uri address, byte[] body, string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    // Bodies may be empty, on success too, and are not always JSON.
    private static async Task<ConnectorAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var outcome = ConnectorAnswer.Classify(response.StatusCode);
        try
        {
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            if (outcome is ConnectorOutcome.Done)
                return new ConnectorAnswer(outcome, Id: JsonSerializer.Deserialize(body, ActivityJson.Default.ResourceResponse)?.Id);
            return new ConnectorAnswer(outcome, JsonSerializer.Deserialize(body, ActivityJson.Default.ErrorResponse)?.Error?.Code);
        }
        catch (Exception e) when (e is JsonException or HttpRequestException or IOException)
        {
            return new ConnectorAnswer(outcome);
        }
    }

    // Checked here again: references are kept for a long time, and the list may have become shorter.
    private Uri? Address(string? serviceUrl, string path) =>
        services.Admit(serviceUrl) is { } root ? new Uri($"{root.AbsoluteUri.TrimEnd('/')}/{path}") : null;

    private static string Escape(string segment) => Uri.EscapeDataString(segment);

    private static bool HasNotLeft(HttpRequestError error) => error is HttpRequestError.NameResolutionError
        or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
}
