namespace CoachBot.Channels.BotFramework;

/// <summary>The addresses and names of one Azure cloud.</summary>
/// <param name="Issuer">Who signs the tokens of the channels.</param>
/// <param name="OpenIdMetadata">Where the keys of those tokens are announced.</param>
/// <param name="Login">Microsoft Entra ID: our own tokens come from here, and its keys are announced below it.</param>
/// <param name="Sts">The issuer of Entra's version 1 tokens, before the tenant.</param>
/// <param name="SharedTenant">The tenant that issues the tokens of multi-tenant bots.</param>
/// <param name="Scope">What our own tokens are for.</param>
/// <param name="ServiceHosts">Hosts of Connectors; a leading dot stands for everything below.</param>
internal sealed record BotFrameworkCloud(
    string Issuer,
    Uri OpenIdMetadata,
    string Login,
    string Sts,
    string SharedTenant,
    string Scope,
    IReadOnlyList<string> ServiceHosts)
{
    public static BotFrameworkCloud Public { get; } = new(
        "https://api.botframework.com",
        new Uri("https://login.botframework.com/v1/.well-known/openidconfiguration"),
        "https://login.microsoftonline.com",
        "https://sts.windows.net",
        "botframework.com",
        "https://api.botframework.com/.default",
        [".botframework.com", "smba.trafficmanager.net", ".teams.microsoft.com"]);

    public static BotFrameworkCloud UsGovernment { get; } = new(
        "https://api.botframework.us",
        new Uri("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"),
        "https://login.microsoftonline.us",
        "https://sts.windows.net",
        "MicrosoftServices.onmicrosoft.us",
        "https://api.botframework.us/.default",
        [".botframework.azure.us", ".teams.microsoft.us"]);

    public static BotFrameworkCloud China { get; } = new(
        "https://api.botframework.azure.cn",
        new Uri("https://login.botframework.azure.cn/v1/.well-known/openidconfiguration"),
        "https://login.partner.microsoftonline.cn",
        "https://sts.chinacloudapi.cn",
        "microsoftservices.partner.onmschina.cn",
        "https://api.botframework.azure.cn/.default",
        [".botframework.azure.cn", "smba.trafficmanager.cn"]);

    /// <exception cref="SettingsException">There is no cloud of this name.</exception>
    public static BotFrameworkCloud Named(string name) => name switch
    {
        "Public" => Public,
        "UsGovernment" => UsGovernment,
        "China" => China,
        _ => throw new SettingsException($"BotFramework:Cloud is '{name}'; it may be Public, UsGovernment or China."),
    };
}
