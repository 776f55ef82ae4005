using System.Globalization;

namespace CoachBot.Channels.Slack;

/// <summary>The settings below <c>Slack</c>. Without any of them Slack is not served.</summary>
internal sealed record SlackOptions
{
    public const string DefaultApiUrl = "https://slack.com/api/";
    public const string DefaultAuthorizeUrl = "https://slack.com/oauth/v2/authorize";

    /// <summary>Null when Slack is not served.</summary>
    public string? SigningSecret { get; init; }

    /// <summary>The token of the one workspace; null when workspaces install the app themselves.</summary>
    public string? BotToken { get; init; }

    public string? ClientId { get; init; }

    public string? ClientSecret { get; init; }

    /// <summary>Ends in a slash; the methods' names follow.</summary>
    public Uri ApiUrl { get; init; } = new(DefaultApiUrl);

    public Uri AuthorizeUrl { get; init; } = new(DefaultAuthorizeUrl);

    /// <summary>Where this host is seen from outside, for the address that Slack sends people back to; null to take it from the request.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>The folder of the keys that tokens are encrypted with; null for where ASP.NET keeps them.</summary>
    public string? KeysPath { get; init; }

    /// <summary>How long one call may take before its fate counts as unknown.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(15);

    public bool Enabled => SigningSecret is not null;

    /// <summary>Workspaces install the app themselves.</summary>
    public bool IsDistributed => ClientId is not null;

    /// <exception cref="SettingsException">A setting is missing or unusable; one sentence for the operator.</exception>
    public static SlackOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Slack");
        var options = new SlackOptions
        {
            SigningSecret = Text(section, "SigningSecret"),
            BotToken = Text(section, "BotToken"),
            ClientId = Text(section, "ClientId"),
            ClientSecret = Text(section, "ClientSecret"),
            KeysPath = Text(section, "KeysPath"),
            PublicUrl = Address(section, "PublicUrl"),
        };
        options = options with
        {
            ApiUrl = Address(section, "ApiUrl") ?? options.ApiUrl,
            AuthorizeUrl = Address(section, "AuthorizeUrl") is { } address ? new Uri(address.AbsoluteUri.TrimEnd('/')) : options.AuthorizeUrl,
            CallTimeout = Seconds(section, "CallTimeoutS") ?? options.CallTimeout,
        };
        options.Check();
        return options;
    }

    private void Check()
    {
        if (SigningSecret is null && (BotToken ?? ClientId ?? ClientSecret) is not null)
        {
            throw new SettingsException(
                "Slack:SigningSecret is missing although Slack has a token or client; without it anyone could speak as any runner. " +
                "It stands under Basic Information of the Slack app.");
        }

        if (SigningSecret is null)
            return;
        if (ClientId is null != ClientSecret is null)
            throw new SettingsException($"Slack:{(ClientId is null ? "ClientId" : "ClientSecret")} is missing; set both Slack:ClientId and Slack:ClientSecret, or neither.");
        if (BotToken is null && ClientId is null)
            throw new SettingsException("Slack needs Slack:BotToken for one workspace, or Slack:ClientId and Slack:ClientSecret for several.");
        if (BotToken is not null && ClientId is not null)
            throw new SettingsException("Slack:BotToken is for one workspace and Slack:ClientId for several; remove one of them.");
        if (BotToken?.Split('-')[0] is "xapp" or "xoxp" or "xoxe" or "xoxe.xoxp" or "xoxe.xoxb")
            throw new SettingsException("Slack:BotToken must be a bot token, which begins with xoxb-; it stands under OAuth & Permissions of the Slack app.");
    }

    private static string? Text(IConfigurationSection section, string key) =>
        string.IsNullOrWhiteSpace(section[key]) ? null : section[key]!.Trim();

    /// <summary>With a slash at its end.</summary>
    private static Uri? Address(IConfigurationSection section, string key)
    {
        if (Text(section, key) is not { } written)
            return null;
        return Uri.TryCreate(written.TrimEnd('/') + "/", UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? address
            : throw new SettingsException($"Slack:{key} is '{written}'; it may be an https address, or http on this machine.");
    }

    private static TimeSpan? Seconds(IConfigurationSection section, string key)
    {
        if (Text(section, key) is not { } written)
            return null;
        return double.TryParse(written, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 120
            ? TimeSpan.FromSeconds(seconds)
            : throw new SettingsException($"Slack:{key} is '{written}'; it may be a number of seconds up to 120.");
    }
}
