using CoachBot.BotBuilder.Turns;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CoachBot.Channels.DirectLine;

internal static class DirectLineRegistration
{
    private const string CorsPolicy = "DirectLine";

    /// <summary>The channel for the engine, and what its endpoints need.</summary>
    public static IServiceCollection AddDirectLine(this IServiceCollection services, DirectLineOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<DirectLineChannel>();
        services.AddSingleton<IChannel>(provider => provider.GetRequiredService<DirectLineChannel>());
        services.AddSingleton<SigningKey>();
        services.AddHostedService(provider => provider.GetRequiredService<SigningKey>());
        services.AddHealthChecks().AddCheck<SigningKeyCheck>("signing key");
        services.AddSingleton<ConversationTurns>();
        services.AddHostedService<LogWatch>();
        services.AddSingleton<DirectLineTokens>();
        services.AddSingleton<DirectLineLimits>();
        services.AddSingleton<DirectLineGate>();
        services.AddSingleton<BrowserCookie>();
        services.AddSingleton<TokenEndpoints>();
        services.AddSingleton<ConversationEndpoints>();
        services.AddSingleton<ActivityEndpoints>();
        services.AddSingleton<StreamEndpoint>();
        return services.AddCors(cors => cors.AddPolicy(CorsPolicy, policy => policy
            .WithOrigins([.. options.AllowedOrigins])
            .WithMethods("GET", "POST")
            .WithHeaders("authorization", "content-type", "x-ms-bot-agent", "x-requested-with")
            .AllowCredentials()
            .SetPreflightMaxAge(TimeSpan.FromHours(1))));
    }

    /// <summary><c>/v3/directline/…</c></summary>
    public static WebApplication MapDirectLine(this WebApplication app)
    {
        app.UseCors();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(20), KeepAliveTimeout = TimeSpan.FromSeconds(20) });

        var services = app.Services;
        var tokens = services.GetRequiredService<TokenEndpoints>();
        var conversations = services.GetRequiredService<ConversationEndpoints>();
        var activities = services.GetRequiredService<ActivityEndpoints>();
        var stream = services.GetRequiredService<StreamEndpoint>();

        var open = app.MapGroup("/v3/directline").RequireCors(CorsPolicy);
        open.MapPost("/tokens/generate", (Delegate)tokens.GenerateAsync);
        open.MapGet("/conversations/{conversationId}/stream", stream.OpenAsync);

        var gated = open.MapGroup("").AddEndpointFilter(services.GetRequiredService<DirectLineGate>().AdmitAsync);
        gated.MapPost("/tokens/refresh", tokens.Refresh);
        gated.MapPost("/conversations", (Delegate)conversations.PostAsync);
        gated.MapGet("/conversations/{conversationId}", conversations.GetAsync);
        gated.MapGet("/conversations/{conversationId}/activities", activities.GetAsync);
        gated.MapPost("/conversations/{conversationId}/activities", activities.PostAsync);
        gated.MapPost("/conversations/{conversationId}/upload", ActivityEndpoints.Upload);
        return app;
    }
}
