using System.Net;

namespace CoachBot.Channels.BotFramework;

/// <summary>
/// The Connectors that we talk to. A service address comes in with an activity, and our token goes out to it, so that
/// only hosts on the list are taken.
/// </summary>
internal sealed class TrustedServices(BotFrameworkOptions options)
{
    private static readonly string[] FileHosts = [".sharepoint.com", ".sharepoint.us", ".sharepoint.cn"];

    /// <summary>The address in the form in which two of them can be compared; null if it is none or not to be trusted.</summary>
    public Uri? Admit(string? serviceUrl)
    {
        if (Normalise(serviceUrl) is not { } address)
            return null;
        if (IsLoopback(address))
            return options.IsAnonymous || options.ServiceHosts.Any(host => Covers(host, address.Host)) ? address : null;

        var isPlain = address is { Scheme: "https", IsDefaultPort: true };
        return isPlain && options.Cloud.ServiceHosts.Concat(options.ServiceHosts).Any(host => Covers(host, address.Host)) ? address : null;
    }

    /// <summary>Without one trailing slash, host and scheme in lower case; null for what is not an address of a service.</summary>
    public static Uri? Normalise(string? serviceUrl)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
            return null;
        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
            return null;

        var written = address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
        return new Uri(written.EndsWith('/') ? written[..^1] : written);
    }

    /// <summary>Whether a file may be fetched from there: a host of the channels, or where Teams keeps the files of its users.</summary>
    public bool MayFetch(Uri address)
    {
        if (address.UserInfo.Length > 0 || address.Scheme is not ("https" or "http"))
            return false;
        if (IsLoopback(address))
            return options.ServiceHosts.Any(host => Covers(host, address.Host));

        return address is { Scheme: "https", IsDefaultPort: true }
            && options.Cloud.ServiceHosts.Concat(options.ServiceHosts).Concat(FileHosts).Any(host => Covers(host, address.Host));
    }

    private static bool IsLoopback(Uri address) =>
        address.Host == "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    private static bool Covers(string listed, string host) => listed.StartsWith('.')
        ? host.EndsWith(listed, StringComparison.OrdinalIgnoreCase)
        : host.Equals(listed, StringComparison.OrdinalIgnoreCase);
}
