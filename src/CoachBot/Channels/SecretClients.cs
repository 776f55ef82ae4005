using System.Net;

namespace CoachBot.Channels;

internal static class SecretClients
{
    /// <summary>A client for calls that carry a secret of ours: they must not follow a redirect to another host, nor be logged.</summary>
    public static void AddSecretClient(this IServiceCollection services, string name, TimeSpan timeout) =>
        services.AddHttpClient(name, client => client.Timeout = timeout)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.All,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            });
}
