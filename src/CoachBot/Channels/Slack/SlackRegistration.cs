using CoachBot.BotBuilder.Turns;
using CoachBot.Channels.Slack.Incoming;
using CoachBot.Channels.Slack.Install;
using CoachBot.Channels.Slack.WebApi;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CoachBot.Channels.Slack;

internal static class SlackRegistration
{
    /// <summary>The channel for the engine, and what its endpoints need.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="options">The settings.</param>
    /// <param name="texts">The few words that the channel says itself.</param>
    public static IServiceCollection AddSlack(this IServiceCollection services, SlackOptions options, ChannelTexts texts)
    {
        services.AddSingleton(options);
        services.AddSingleton(texts);
        services.AddSingleton<WorkUnderWay>();
        services.AddHostedService(provider => provider.GetRequiredService<WorkUnderWay>());
        services.TryAddSingleton<ConversationEnds>();
        services.AddSecretClient(SlackClient.HttpClientName, options.CallTimeout);
        services.AddSingleton<SlackPauses>();
        services.AddSingleton<SlackClient>();
        services.AddSingleton<SlackWebApi>();
        services.AddSingleton<SlackUsers>();
        services.AddSingleton<IChannel, SlackChannel>();
        services.AddSingleton<SlackTurns>();
        services.AddSingleton<SlackViews>();
        services.AddSingleton<SlackSignature>();
        services.AddSingleton<SlackGate>();
        services.AddSingleton<EventsEndpoint>();
        services.AddSingleton<InteractionsEndpoint>();
        services.AddSingleton<CommandsEndpoint>();
        return services.AddInstallations(options);
    }

    /// <summary><c>/api/slack/…</c></summary>
    public static WebApplication MapSlack(this WebApplication app)
    {
        var services = app.Services;
        app.MapPost("/api/slack/events", (Delegate)services.GetRequiredService<EventsEndpoint>().PostAsync);
        app.MapPost("/api/slack/interactions", (Delegate)services.GetRequiredService<InteractionsEndpoint>().PostAsync);
        app.MapPost("/api/slack/commands", (Delegate)services.GetRequiredService<CommandsEndpoint>().PostAsync);
        if (!services.GetRequiredService<SlackOptions>().IsDistributed)
            return app;

        var install = services.GetRequiredService<InstallEndpoints>();
        app.MapGet(InstallEndpoints.InstallPath, install.Begin);
        app.MapGet(InstallEndpoints.RedirectPath, (Delegate)install.FinishAsync);
        return app;
    }

    private static IServiceCollection AddInstallations(this IServiceCollection services, SlackOptions options)
    {
        var protection = services.AddDataProtection().SetApplicationName("CoachBot");
        if (options.KeysPath is { } path)
            protection.PersistKeysToFileSystem(new DirectoryInfo(path));
        services.AddSingleton<Installations>();
        services.AddSingleton<Removals>();
        services.AddHostedService(provider => provider.GetRequiredService<Removals>());
        services.AddSingleton<InstallEndpoints>();
        return services;
    }
}
