using CoachBot.BotBuilder.Turns;
using CoachBot.Channels.BotFramework.Incoming;
using CoachBot.Channels.BotFramework.Outgoing;
using CoachBot.Health;
using CoachBot.Health.Checks;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CoachBot.Channels.BotFramework;

internal static class BotFrameworkRegistration
{
    /// <summary>One push channel per Azure channel for the engine, and what the endpoint needs.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="options">The bot's registration.</param>
    /// <param name="servedDirectly">Ids of channels that this host serves itself, without Azure.</param>
    public static IServiceCollection AddBotFramework(
        this IServiceCollection services, BotFrameworkOptions options, params string[] servedDirectly)
    {
        options = options with { ChannelIds = [.. options.ChannelIds.Except(servedDirectly)] };
        services.AddSingleton(options);
        services.AddSingleton<TrustedServices>();
        services.AddSingleton<CallerGate>();
        services.AddSingleton<IncomingFiles>();
        services.AddSingleton<MessagesEndpoint>();
        services.AddSingleton<IssuerKeys>();
        services.AddOutgoing(options);
        services.AddSecretClient(SigningKeys.HttpClientName, TimeSpan.FromSeconds(10));
        services.AddSecretClient(SecretTokens.HttpClientName, TimeSpan.FromSeconds(10));
        services.AddSecretClient(ConnectorClient.HttpClientName, options.CallTimeout);
        services.AddSecretClient(IncomingFiles.HttpClientName, IncomingFiles.Patience);
        if (options.IsAnonymous)
            return services;

        services.AddHostedService(provider => provider.GetRequiredService<IssuerKeys>());
        services.AddHealthChecks().AddCheck<SigningKeysHealthCheck>("signing-keys");
        services.AddSingleton<MetadataCheck>();
        services.AddSingleton<ISelfCheck>(provider => provider.GetRequiredService<MetadataCheck>());
        services.AddSingleton<IOtherClock>(provider => provider.GetRequiredService<MetadataCheck>());
        services.AddSingleton<ISelfCheck, CredentialsCheck>();
        return services;
    }

    /// <summary><c>POST /api/messages</c></summary>
    public static WebApplication MapBotFramework(this WebApplication app)
    {
        if (app.Services.GetRequiredService<BotFrameworkOptions>().IsAnonymous)
            app.Lifetime.ApplicationStarted.Register(() => Log.OpenToThisMachine(app.Logger));
        app.MapPost("/api/messages", (Delegate)app.Services.GetRequiredService<MessagesEndpoint>().PostAsync);
        return app;
    }

    private static void AddOutgoing(this IServiceCollection services, BotFrameworkOptions options)
    {
        services.AddSingleton<IAccessTokenSource>(provider => options switch
        {
            { IsAnonymous: true } => new NoTokens(),
            { AppType: AppType.UserAssignedMSI } => new ManagedIdentityTokens(options),
            _ => ActivatorUtilities.CreateInstance<SecretTokens>(provider),
        });
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<RateBudgets>();
        services.AddSingleton<ConnectorClient>();
        services.AddSingleton<Deliveries>();
        services.TryAddSingleton<ConversationEnds>();
        foreach (var id in options.ChannelIds)
            services.AddSingleton<IChannel>(provider => new AzureChannel(id, provider.GetRequiredService<Deliveries>()));
    }
}
