using System.Globalization;
using ChannelNames = CoachBot.BotBuilder.Connector.Channels;

namespace CoachBot.Channels.BotFramework;

internal enum AppType
{
    SingleTenant,
    UserAssignedMSI,
    MultiTenant,
}

/// <summary>The bot's registration (<c>MicrosoftApp…</c>) and the settings below <c>BotFramework</c>.</summary>
internal sealed record BotFrameworkOptions
{
    public bool Enabled { get; init; } = true;

    /// <summary>Null only in Development: then calls from this machine are taken without a token.</summary>
    public string? AppId { get; init; }

    public AppType AppType { get; init; }

    public string? Password { get; init; }

    public string? TenantId { get; init; }

    /// <summary>A PEM or PFX file with a certificate and its key, in place of a password.</summary>
    public string? CertificatePath { get; init; }

    public string? CertificatePassword { get; init; }

    public BotFrameworkCloud Cloud { get; init; } = BotFrameworkCloud.Public;

    /// <summary>Ids of the Azure channels that are served.</summary>
    public IReadOnlyList<string> ChannelIds { get; init; } = DefaultChannelIds;

    /// <summary>App ids other than our own that may call with an Entra token.</summary>
    public IReadOnlyList<string> AllowedCallers { get; init; } = [];

    /// <summary>What the key of every channel token must be endorsed for beside its channel.</summary>
    public IReadOnlyList<string> RequiredEndorsements { get; init; } = [];

    /// <summary>Connector hosts beside those of the cloud; a leading dot stands for everything below.</summary>
    public IReadOnlyList<string> ServiceHosts { get; init; } = [];

    /// <summary>Sends and creates in one conversation: Teams' own limits.</summary>
    public IReadOnlyList<RateLimit> ConversationRates { get; init; } = [new(7, 1), new(8, 2), new(60, 30), new(1800, 3600)];

    /// <summary>All calls of this app into one tenant.</summary>
    public IReadOnlyList<RateLimit> TenantRates { get; init; } = [new(50, 1)];

    /// <summary>How long one call may take before its fate counts as unknown.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(20);

    public bool IsAnonymous => AppId is null;

    /// <summary>The tenant that issues our own tokens.</summary>
    public string OwnTenant => AppType is AppType.MultiTenant ? Cloud.SharedTenant : TenantId!;

    private static IReadOnlyList<string> DefaultChannelIds { get; } =
    [
        ChannelNames.Msteams, ChannelNames.Webchat, ChannelNames.Directline, ChannelNames.DirectlineSpeech, ChannelNames.Emulator, ChannelNames.M365,
        ChannelNames.Outlook, ChannelNames.Email, ChannelNames.Slack, ChannelNames.Facebook, ChannelNames.Telegram, ChannelNames.Line, ChannelNames.Twilio,
        ChannelNames.Groupme, ChannelNames.Alexa, ChannelNames.Omni, ChannelNames.Telephony, ChannelNames.Skype, ChannelNames.Test,
    ];

    /// <exception cref="SettingsException">
    /// A setting is missing or unusable, or the endpoint would be open to anyone; one sentence for the operator.
    /// </exception>
    public static BotFrameworkOptions Read(IConfiguration configuration, bool isDevelopment)
    {
        var section = configuration.GetSection("BotFramework");
        var options = new BotFrameworkOptions
        {
            Enabled = !bool.TryParse(section["Enabled"], out var enabled) || enabled,
            AppId = Text(configuration, "MicrosoftAppId")?.ToLowerInvariant(),
            AppType = ReadAppType(Text(configuration, "MicrosoftAppType")),
            Password = Text(configuration, "MicrosoftAppPassword"),
            TenantId = Text(configuration, "MicrosoftAppTenantId"),
            CertificatePath = Text(section, "CertificatePath"),
            CertificatePassword = Text(section, "CertificatePassword"),
            Cloud = ReadCloud(section),
            AllowedCallers = List(section, "AllowedCallers"),
            RequiredEndorsements = List(section, "RequiredEndorsements"),
            ServiceHosts = List(section, "ServiceHosts"),
        };
        options = options with
        {
            ChannelIds = List(section, "Channels") is { Length: > 0 } ids ? ids : options.ChannelIds,
            ConversationRates = ReadRates(section, "ConversationRates") ?? options.ConversationRates,
            TenantRates = ReadRates(section, "TenantRates") ?? options.TenantRates,
            CallTimeout = ReadSeconds(section, "CallTimeoutS") ?? options.CallTimeout,
        };
        if (options.Enabled)
            options.Check(isDevelopment);
        return options;
    }

    private void Check(bool isDevelopment)
    {
        if (AppId is null && (Password ?? CertificatePath) is not null)
            throw new SettingsException("MicrosoftAppId is missing although the bot has a password or certificate; set both or neither.");
        if (AppId is null && !isDevelopment)
        {
            throw new SettingsException(
                "Teams and the other Azure channels need MicrosoftAppId outside Development, or anyone could speak as any runner; " +
                "set it, or switch them off with BotFramework:Enabled=false.");
        }

        if (AppId is null)
            return;
        if (AppType is AppType.UserAssignedMSI && (Password ?? CertificatePath) is not null)
            throw new SettingsException("MicrosoftAppType is UserAssignedMSI, and a managed identity has no password or certificate; remove it.");
        if (AppType is not AppType.UserAssignedMSI && (Password ?? CertificatePath) is null)
            throw new SettingsException($"MicrosoftAppType is {AppType}, which needs MicrosoftAppPassword or BotFramework:CertificatePath.");
        if (AppType is not AppType.MultiTenant && TenantId is null)
            throw new SettingsException($"MicrosoftAppType is {AppType}, which needs MicrosoftAppTenantId: the tenant of the registration.");
        if (CertificatePath is not null && !File.Exists(CertificatePath))
            throw new SettingsException($"BotFramework:CertificatePath names '{CertificatePath}', and there is no such file.");
    }

    private static AppType ReadAppType(string? written) => written switch
    {
        null => AppType.SingleTenant,
        _ when Enum.TryParse<AppType>(written, ignoreCase: true, out var type) && Enum.IsDefined(type) => type,
        _ => throw new SettingsException($"MicrosoftAppType is '{written}'; it may be SingleTenant, UserAssignedMSI or MultiTenant."),
    };

    private static BotFrameworkCloud ReadCloud(IConfigurationSection section)
    {
        var cloud = BotFrameworkCloud.Named(Text(section, "Cloud") ?? "Public");
        return cloud with
        {
            Issuer = Text(section, "Issuer") ?? cloud.Issuer,
            OpenIdMetadata = Text(section, "OpenIdMetadata") is { } address ? new Uri(address) : cloud.OpenIdMetadata,
            Login = Text(section, "Login")?.TrimEnd('/') ?? cloud.Login,
            Scope = Text(section, "Scope") ?? cloud.Scope,
        };
    }

    private static string? Text(IConfiguration section, string key) =>
        string.IsNullOrWhiteSpace(section[key]) ? null : section[key]!.Trim();

    private static string[] List(IConfigurationSection section, string key)
    {
        var below = section.GetSection(key);
        return below.Value is { } line
            ? line.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
            : [.. below.GetChildren().Select(child => child.Value).OfType<string>()];
    }

    private static RateLimit[]? ReadRates(IConfigurationSection section, string key) =>
        List(section, key) is { Length: > 0 } written ? [.. written.Select(rate => RateLimit.Parse($"BotFramework:{key}", rate))] : null;

    private static TimeSpan? ReadSeconds(IConfigurationSection section, string key)
    {
        if (Text(section, key) is not { } written)
            return null;
        return double.TryParse(written, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 300
            ? TimeSpan.FromSeconds(seconds)
            : throw new SettingsException($"BotFramework:{key} is '{written}'; it may be a number of seconds up to 300.");
    }
}

/// <summary>At most so many calls in so many seconds, written <c>7/1</c>.</summary>
internal sealed record RateLimit(int Count, int Seconds)
{
    /// <exception cref="SettingsException">It is not written so.</exception>
    public static RateLimit Parse(string key, string written) =>
        written.Split('/') is [var count, var seconds]
        && int.TryParse(count, CultureInfo.InvariantCulture, out var n) && n > 0
        && int.TryParse(seconds, CultureInfo.InvariantCulture, out var s) && s > 0
            ? new RateLimit(n, s)
            : throw new SettingsException($"{key} holds '{written}'; a rate is written 7/1, for 7 calls in 1 second.");
}
