using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace CoachBot.Tests.Support;

/// <summary>One conversation over Direct Line, as a client sees it.</summary>
internal sealed class DirectLineConversation(HttpClient client, string id, string token, string streamUrl)
{
    public DirectLineConversation(TestHost host, string id, string token, string streamUrl)
        : this(host.Client, id, token, streamUrl)
    {
    }

    public string Id { get; } = id;

    public string Token { get; } = token;

    public string StreamUrl { get; } = streamUrl;

    public string ActivitiesPath => $"/v3/directline/conversations/{Id}/activities";

    public static Task<DirectLineConversation> StartAsync(TestHost host, string? user = null) => StartAsync(host.Client, user);

    public static async Task<DirectLineConversation> StartAsync(HttpClient client, string? user = null)
    {
        var body = user is null ? "{}" : $$$"""{"user":{"id":"{{{user}}}"}}""";
        var generated = await BodyAsync(await client.SendAsync(HttpMethod.Post, "/v3/directline/tokens/generate", json: body), HttpStatusCode.OK);
        var token = (string)generated["token"]!;
        var started = await BodyAsync(
            await client.SendAsync(HttpMethod.Post, "/v3/directline/conversations", token, "{}"), HttpStatusCode.Created);
        return new DirectLineConversation(client, (string)started["conversationId"]!, token, (string)started["streamUrl"]!);
    }

    public Task<HttpResponseMessage> PostAsync(string json) => client.SendAsync(HttpMethod.Post, ActivitiesPath, Token, json);

    /// <summary>The id that the message got.</summary>
    public async Task<string> SayAsync(string text, string? clientActivityId = null)
    {
        var activity = new JsonObject { ["type"] = "message", ["text"] = text };
        if (clientActivityId is not null)
            activity["channelData"] = new JsonObject { ["clientActivityID"] = clientActivityId };
        var answer = await BodyAsync(await PostAsync(activity.ToJsonString()), HttpStatusCode.OK);
        return (string)answer["id"]!;
    }

    public async Task<(List<JsonNode> Activities, string Watermark)> PollAsync(string? watermark = null)
    {
        var query = watermark is null ? "" : $"?watermark={watermark}";
        var set = await BodyAsync(await client.SendAsync(HttpMethod.Get, ActivitiesPath + query, Token), HttpStatusCode.OK);
        return ([.. set["activities"]!.AsArray().Select(activity => activity!)], (string)set["watermark"]!);
    }

    /// <summary>The labels of the buttons below the last message.</summary>
    public async Task<List<string>> OfferedAsync() =>
        [.. (await PollAsync()).Activities[^1]["suggestedActions"]?["actions"]?.AsArray().Select(action => (string)action!["title"]!) ?? []];

    public async Task<List<string>> TextsAsync() => [.. (await PollAsync()).Activities.Select(activity => (string)activity["text"]!)];

    public static async Task<ClientWebSocket> OpenAsync(string streamUrl)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(streamUrl), CancellationToken.None);
        return socket;
    }

    /// <summary>The next set from the socket; null when the host closed it.</summary>
    public static async Task<JsonNode?> ReceiveAsync(WebSocket socket)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10), TimeProvider.System);
        using var message = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
            if (part.MessageType is WebSocketMessageType.Close)
                return null;
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
                return JsonNode.Parse(Encoding.UTF8.GetString(message.ToArray()));
        }
    }

    public static async Task<JsonObject> BodyAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{(int)response.StatusCode}: {body}");
        return JsonNode.Parse(body)!.AsObject();
    }

    /// <summary>Every refusal says in one shape what is wrong.</summary>
    public static async Task<string> ErrorCodeAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadFromJsonAsync<JsonObject>();
        Assert.NotEmpty((string)body!["error"]!["message"]!);
        return (string)body["error"]!["code"]!;
    }
}
