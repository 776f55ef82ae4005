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
        var body = ActivityJson.Write(activity);
        return CallAsync(HttpMethod.Post, activity, path, body, isRepeatable: false, cancellationToken);
    }

    /// <summary>Puts the activity in the place of the one of its id. Twice is as good as once.</summary>
    public Task<ConnectorAnswer> UpdateAsync(Activity activity, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Put, activity, MessagePath(activity), ActivityJson.Write(activity), isRepeatable: true, cancellationToken);

    public Task<ConnectorAnswer> DeleteAsync(Activity address, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Delete, address, MessagePath(address), null, isRepeatable: true, cancellationToken);

    /// <summary>
    /// Opens the conversation between the bot and one member, or finds it again: the service gives the same id every time,
    /// so that this may be repeated.
    /// </summary>
    public Task<ConnectorAnswer> OpenPersonalAsync(Activity activity, CancellationToken cancellationToken)
    {
        var parameters = new ConversationParameters(
            isGroup: false, bot: activity.From, members: [activity.Recipient!], tenantId: activity.Conversation!.TenantId);
        var body = JsonSerializer.SerializeToUtf8Bytes(parameters, ActivityJson.Default.ConversationParameters);
        return CallAsync(HttpMethod.Post, activity, "v3/conversations", body, isRepeatable: true, cancellationToken);
    }

    private async Task<ConnectorAnswer> CallAsync(
        HttpMethod method, Activity activity, string path, byte[]? body, bool isRepeatable, CancellationToken cancellationToken)
    {
        var conversation = activity.Conversation!;
        if (Address(activity.ServiceUrl, path) is not { } address)
            return new ConnectorAnswer(ConnectorOutcome.Refused, "UntrustedServiceUrl");

        var rejected = false;
        for (var attempt = 1; ; attempt++)
        {
            await budgets.WaitAsync(conversation.Id!, conversation.TenantId, cancellationToken);
            var (answer, status, retryAfter) = await TryCallAsync(method, address, body, cancellationToken);
            if (answer.Outcome is ConnectorOutcome.Done)
                return answer;

            Log.ConnectorSaid(log, (int?)status ?? 0, answer.Code, attempt, answer.Trace);
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
        HttpMethod method, Uri address, byte[]? body, CancellationToken cancellationToken)
    {
        try
        {
            var token = await tokens.GetAsync(cancellationToken);
            using var client = http.CreateClient(HttpClientName);
            using var request = Request(method, address, body, token);
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
        catch (Exception e)
            when (e is HttpRequestException or IOException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return (new ConnectorAnswer(ConnectorOutcome.Unknown, e is TaskCanceledException ? "TimedOut" : "Broken"), null, TimeSpan.Zero);
        }
    }

    private static HttpRequestMessage Request(HttpMethod method, Uri address, byte[]? body, string? token)
    {
        var request = new HttpRequestMessage(method, address);
        if (body is not null)
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    // Bodies may be empty, on success too, and are not always JSON.
    private static async Task<ConnectorAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var outcome = ConnectorAnswer.Classify(response.StatusCode);
        var trace = Header(response, "X-Correlating-OperationId") ?? Header(response, "MS-CV");
        try
        {
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            if (outcome is ConnectorOutcome.Done)
                return new ConnectorAnswer(outcome, Id: JsonSerializer.Deserialize(body, ActivityJson.Default.ResourceResponse)?.Id);
            var error = JsonSerializer.Deserialize(body, ActivityJson.Default.ErrorResponse)?.Error;
            return new ConnectorAnswer(outcome, error?.Code, Trace: trace);
        }
        catch (Exception e) when (e is JsonException or HttpRequestException or IOException)
        {
            return new ConnectorAnswer(outcome, Trace: trace);
        }
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.First() : null;

    // Checked here again: references are kept for a long time, and the list may have become shorter.
    private Uri? Address(string? serviceUrl, string path) =>
        services.Admit(serviceUrl) is { } root ? new Uri($"{root.AbsoluteUri.TrimEnd('/')}/{path}") : null;

    private static string MessagePath(Activity activity) =>
        $"v3/conversations/{Escape(activity.Conversation!.Id!)}/activities/{Escape(activity.Id!)}";

    private static string Escape(string segment) => Uri.EscapeDataString(segment);

    private static bool HasNotLeft(HttpRequestError error) => error is HttpRequestError.NameResolutionError
        or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
}
