using System.Net;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CoachBot.Channels;

/// <summary>What every channel that calls others needs.</summary>
internal static class SharedRegistration
{
    /// <summary>May be called by more than one channel.</summary>
    public static IServiceCollection AddTurnsUnderWay(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(TurnsUnderWay)))
            return services;

        services.AddSingleton<TurnsUnderWay>();
        services.AddHostedService(provider => provider.GetRequiredService<TurnsUnderWay>());
        services.TryAddSingleton<ConversationEnds>();
        return services;
    }

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
