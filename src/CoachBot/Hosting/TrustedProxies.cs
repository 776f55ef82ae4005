using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace CoachBot.Hosting;

/// <summary>
/// <c>Proxy:Trusted</c>: addresses and networks of the proxies in front whose X-Forwarded-For and X-Forwarded-Proto are believed.
/// From anyone else they are ignored, since anyone can write them.
/// </summary>
internal static class TrustedProxies
{
    private const string Setting = "Proxy:Trusted";

    /// <returns>Null when no proxy is trusted.</returns>
    /// <exception cref="SettingsException">Something in it is neither an address nor a network.</exception>
    public static ForwardedHeadersOptions? Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Setting);
        var written = section.Value is { } line
            ? line.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
            : [.. section.GetChildren().Select(child => child.Value ?? "")];
        if (written.Length == 0)
            return null;

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in written)
            options.KnownIPNetworks.Add(Network(network));
        return options;
    }

    private static System.Net.IPNetwork Network(string written)
    {
        if (IPAddress.TryParse(written, out var address))
            return new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8);
        return System.Net.IPNetwork.TryParse(written, out var network)
            ? network
            : throw new SettingsException($"{Setting} holds '{written}'; it can hold addresses and networks such as 127.0.0.1 and 10.0.0.0/8.");
    }
}
