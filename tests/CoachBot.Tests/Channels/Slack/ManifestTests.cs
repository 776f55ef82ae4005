using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CoachBot.Channels.Slack;
using CoachBot.Channels.Slack.Install;
using CoachBot.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CoachBot.Tests.Channels.Slack;

/// <summary>The manifest asks for what the code uses, and for no more.</summary>
public sealed partial class ManifestTests
{
    private static readonly JsonNode Manifest = JsonNode.Parse(File.ReadAllText(Repository.PathOf("deploymentTemplates", "slack", "manifest.json")))!;

    /// <summary>As Slack's reference lists them; null where none is needed.</summary>
    private static readonly Dictionary<string, string?> ScopeOf = new()
    {
        ["chat.postMessage"] = "chat:write",
        ["chat.update"] = "chat:write",
        ["chat.delete"] = "chat:write",
        ["conversations.open"] = "im:write",
        ["users.info"] = "users:read",
        ["views.open"] = null,
        ["views.publish"] = null,
        ["oauth.v2.access"] = null,
        ["app_mention"] = "app_mentions:read",
        ["message.im"] = "im:history",
        ["app_home_opened"] = null,
        ["app_uninstalled"] = null,
        ["tokens_revoked"] = null,
        ["/recovery"] = "commands",
    };

    [Fact]
    public void Its_scopes_are_those_that_the_methods_and_events_in_the_code_need()
    {
        var source = string.Concat(Repository.SourceFiles("src", "CoachBot", "Channels", "Slack").Select(File.ReadAllText));
        var methods = Method().Matches(source).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.Equal(8, methods.Count);
        var needed = methods.Concat(SlackScopes.Events).Append("/recovery").Select(used => ScopeOf[used]).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.Equal(needed, Texts(Manifest["oauth_config"]!["scopes"]!["bot"]!));
        Assert.Equal(needed, SlackScopes.Bot);
    }

    [Fact]
    public void Its_events_are_those_that_the_code_understands()
    {
        var endpoint = File.ReadAllText(Repository.PathOf("src", "CoachBot", "Channels", "Slack", "Incoming", "EventsEndpoint.cs"));

        Assert.Equal(SlackScopes.Events, Texts(Manifest["settings"]!["event_subscriptions"]!["bot_events"]!));
        Assert.All(SlackScopes.Events, name => Assert.Contains($"\"{name.Replace(".im", "", StringComparison.Ordinal)}\"", endpoint, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_addresses_are_served()
    {
        await using var slack = await SlackHost.StartAsync(services => services.AddSingleton(TestHost.Echo), SlackHost.ManyWorkspaces);
        var served = slack.Host.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText).ToHashSet();

        string[] addresses =
        [
            (string)Manifest["features"]!["slash_commands"]![0]!["url"]!,
            (string)Manifest["settings"]!["event_subscriptions"]!["request_url"]!,
            (string)Manifest["settings"]!["interactivity"]!["request_url"]!,
            (string)Manifest["oauth_config"]!["redirect_urls"]![0]!,
        ];
        Assert.All(addresses, address => Assert.Contains(new Uri(address).AbsolutePath, served));
        Assert.Contains(InstallEndpoints.InstallPath, served);
    }

    [Fact]
    public void Its_words_keep_to_Slacks_limits()
    {
        var shown = Manifest["display_information"]!;
        Assert.InRange(((string)shown["name"]!).Length, 1, 35);
        Assert.InRange(((string)shown["description"]!).Length, 1, 140);
        Assert.InRange(((string)shown["long_description"]!).Length, 174, 4_000);
        Assert.False((bool)Manifest["features"]!["app_home"]!["messages_tab_read_only_enabled"]!);
    }

    private static IEnumerable<string> Texts(JsonNode list) => list.AsArray().Select(item => (string)item!);

    [GeneratedRegex("Call\\(\"([a-z]+(?:\\.[a-zA-Z0-9]+)+)\"")]
    private static partial Regex Method();
}
