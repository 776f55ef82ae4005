namespace CoachBot.Channels.BotFramework.Incoming;

internal enum TokenFamily
{
    /// <summary>Signed by the Bot Framework itself; its keys are endorsed for channels.</summary>
    Channel,

    /// <summary>Entra ID, version 1: the caller stands in <c>appid</c>.</summary>
    EntraV1,

    /// <summary>Entra ID, version 2: the caller stands in <c>azp</c>.</summary>
    EntraV2,
}

/// <summary>One issuer whose tokens are taken.</summary>
internal sealed record TrustedIssuer(string Name, TokenFamily Family, string? Tenant);

/// <summary>Every issuer whose tokens are taken, by its name.</summary>
internal sealed class TrustedIssuers
{
    // Microsoft's own tenants, from which the Emulator and bots that call bots get their tokens.
    private static readonly string[] MicrosoftTenants =
    [
        "d6d49420-f39b-4df7-a1dc-d59a935871db",
        "f8cdef31-a31e-4b4a-93e4-5f571e91255a",
        "cab8a31a-1906-4287-a0d8-4eef66b95f6e",
        "69e9b82d-4842-4902-8d1e-abc5b98a55e8",
    ];

    private readonly Dictionary<string, TrustedIssuer> _byName = new(StringComparer.Ordinal);

    public TrustedIssuers(BotFrameworkOptions options)
    {
        var cloud = options.Cloud;
        Add(new TrustedIssuer(cloud.Issuer, TokenFamily.Channel, Tenant: null));
        foreach (var tenant in MicrosoftTenants.Append(options.TenantId).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase))
        {
            Add(new TrustedIssuer($"{cloud.Sts}/{tenant}/", TokenFamily.EntraV1, tenant));
            Add(new TrustedIssuer($"{cloud.Login}/{tenant}/v2.0", TokenFamily.EntraV2, tenant));
        }
    }

    public TrustedIssuer? Find(string? name) => name is null ? null : _byName.GetValueOrDefault(name);

    private void Add(TrustedIssuer issuer) => _byName[issuer.Name] = issuer;
}
