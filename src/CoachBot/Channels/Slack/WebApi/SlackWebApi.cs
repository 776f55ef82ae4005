using System.Text.Json.Nodes;

namespace CoachBot.Channels.Slack.WebApi;

/// <summary>The methods of the Web API that are used.</summary>
internal sealed class SlackWebApi(SlackClient client)
{
    /// <summary>What asks for something that others wait for is given up early.</summary>
    private const int FewTries = 2;

    public Task<SlackAnswer> PostMessageAsync(string workspace, string channel, string? thread, string text, JsonArray blocks, CancellationToken cancellationToken) =>
        client.CallAsync(
            Call("chat.postMessage", workspace, ("channel", channel), ("text", text), ("blocks", blocks.ToJsonString()), ("thread_ts", thread), ("unfurl_links", "false")),
            cancellationToken);

    public Task<SlackAnswer> UpdateMessageAsync(string workspace, string channel, string ts, string text, JsonArray blocks, CancellationToken cancellationToken) =>
        client.CallAsync(
            Call("chat.update", workspace, ("channel", channel), ("ts", ts), ("text", text), ("blocks", blocks.ToJsonString())) with { IsRepeatable = true },
            cancellationToken);

    public Task<SlackAnswer> DeleteMessageAsync(string workspace, string channel, string ts, CancellationToken cancellationToken) =>
        client.CallAsync(Call("chat.delete", workspace, ("channel", channel), ("ts", ts)) with { IsRepeatable = true }, cancellationToken);

    /// <summary>The direct message channel with a user: Slack gives the same one every time.</summary>
    public Task<SlackAnswer> OpenConversationAsync(string workspace, string user, CancellationToken cancellationToken) =>
        client.CallAsync(Call("conversations.open", workspace, ("users", user)) with { IsRepeatable = true, Tries = FewTries }, cancellationToken);

    public Task<SlackAnswer> UserInfoAsync(string workspace, string user, CancellationToken cancellationToken) =>
        client.CallAsync(Call("users.info", workspace, ("user", user), ("include_locale", "true")) with { IsRepeatable = true, Tries = FewTries }, cancellationToken);

    /// <summary>A window; the trigger that it needs holds for three seconds and one use.</summary>
    public Task<SlackAnswer> OpenViewAsync(string workspace, string triggerId, JsonObject view, CancellationToken cancellationToken) =>
        client.CallAsync(Call("views.open", workspace, ("trigger_id", triggerId), ("view", view.ToJsonString())) with { Tries = FewTries }, cancellationToken);

    /// <summary>The Home tab of one user.</summary>
    public Task<SlackAnswer> PublishViewAsync(string workspace, string user, JsonObject view, CancellationToken cancellationToken) =>
        client.CallAsync(Call("views.publish", workspace, ("user_id", user), ("view", view.ToJsonString())) with { IsRepeatable = true }, cancellationToken);

    /// <summary>A workspace's token for the code that it sent someone back with.</summary>
    public Task<SlackAnswer> ExchangeCodeAsync(string code, string clientId, string clientSecret, string redirectUri, CancellationToken cancellationToken)
    {
        var call = Call("oauth.v2.access", null, ("code", code), ("client_id", clientId), ("client_secret", clientSecret), ("redirect_uri", redirectUri));
        return client.CallAsync(call with { Tries = FewTries }, cancellationToken);
    }

    public Task RespondAsync(string responseUrl, JsonObject message, CancellationToken cancellationToken) =>
        client.RespondAsync(responseUrl, message, cancellationToken);

    private static SlackCall Call(string method, string? workspace, params (string Name, string? Value)[] form) =>
        new(method, workspace, form.Where(field => field.Value is not null).ToDictionary(field => field.Name, field => field.Value!));
}
