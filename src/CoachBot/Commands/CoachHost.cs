using System.Globalization;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;
using CoachBot.Channels;
using CoachBot.Channels.BotFramework;
using CoachBot.Channels.DirectLine;
using CoachBot.Channels.DirectLine.Page;
using CoachBot.Channels.Slack;
using CoachBot.Channels.Terminal;
using CoachBot.Health;
using CoachBot.Hosting;
using CoachBot.Observability;
using CoachBot.Pictures;
using CoachBot.Storage;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CoachBot.Commands;

/// <summary>The web host: every channel that is configured, one engine, one storage.</summary>
internal static class CoachHost
{
    private const string DefaultAddress = "http://localhost:3978";
    private const int RetryAfterS = 5;

    /// <param name="args">Settings: <c>--urls http://…</c>, <c>--Storage:Provider=Memory</c>.</param>
    /// <param name="addBot">Registers the <see cref="IBot"/>.</param>
    /// <exception cref="SettingsException">A setting is missing or unusable.</exception>
    public static WebApplication Build(string[] args, Action<IServiceCollection, IConfiguration> addBot)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (!HasAddress(builder.Configuration))
            builder.WebHost.UseUrls(DefaultAddress);
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

        var directLine = DirectLineOptions.Read(builder.Configuration, builder.Environment.IsDevelopment());
        var botFramework = BotFrameworkOptions.Read(builder.Configuration, builder.Environment.IsDevelopment());
        var pictures = PictureOptions.Read(builder.Configuration, directLine.Enabled ? DirectLineChannel.Id : null);
        var slack = SlackOptions.Read(builder.Configuration);
        var observability = ObservabilityOptions.Read(builder.Configuration, builder.Environment.IsDevelopment());
        var proxies = TrustedProxies.Read(builder.Configuration);
        builder.AddObservability(observability);
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddCoachStorage(builder.Configuration).AddCheckIns(builder.Configuration, CheckInRegistration.Host);
        services.AddTurnEngine();
        services.AddHostedService<TurnSweeper>();
        services.AddPictures(pictures);
        addBot(services, builder.Configuration);
        services.AddHealthChecks().AddCheck<StorageHealthCheck>("storage");
        if (directLine.Enabled)
            services.AddDirectLine(directLine);
        if (botFramework.Enabled)
            services.AddBotFramework(botFramework, servedDirectly: [.. ServedDirectly(directLine, slack)]);
        if (slack.Enabled)
            services.AddSlack(slack, LoadTexts(builder.Configuration, "slack"));

        var app = builder.Build();
        if (proxies is not null)
            app.UseForwardedHeaders(proxies);
        app.UseExceptionHandler(AnswerFailure);
        app.UseStatusCodePages(Explain);
        app.Use(PutSafetyHeaders);
        app.MapHealth();
        app.MapPictures();
        app.MapMetrics(observability);
        if (directLine.Enabled)
            app.MapDirectLine().MapChatPage(directLine);
        if (botFramework.Enabled)
            app.MapBotFramework();
        if (slack.Enabled)
            app.MapSlack();
        return app;
    }

    /// <summary>The same bot over the same storage, for one person at the terminal; it listens to no address.</summary>
    /// <exception cref="SettingsException">A setting is missing or unusable.</exception>
    public static IHost BuildForTerminal(string[] args, Action<IServiceCollection, IConfiguration> addBot, TextWriter output)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddCoachStorage(builder.Configuration).AddCheckIns(builder.Configuration, CheckInRegistration.Terminal);
        services.AddTurnEngine();
        services.AddSingleton(new TerminalChannel(output));
        services.AddSingleton<IChannel>(provider => provider.GetRequiredService<TerminalChannel>());
        addBot(services, builder.Configuration);
        return builder.Build();
    }

    /// <summary>Storage and schedule alone, for commands of operators; it is not started.</summary>
    /// <exception cref="SettingsException">A setting is missing or unusable.</exception>
    public static IHost BuildForOperator(string[] args)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddCoachStorage(builder.Configuration).AddCheckInSchedule(builder.Configuration, CheckInRegistration.Host);
        builder.Services.AddSingleton<IPersonalData, StoredPersonalData>();
        return builder.Build();
    }

    /// <summary>One engine over the registered storage, bot and channels.</summary>
    public static void AddTurnEngine(this IServiceCollection services)
    {
        services.TryAddSingleton(new TurnOptions());
        services.AddSingleton(provider =>
        {
            var engine = ActivatorUtilities.CreateInstance<TurnEngine>(provider);
            foreach (var channel in provider.GetServices<IChannel>())
                engine.AddChannel(channel);
            return engine;
        });
        services.AddSingleton<TurnInbox>();
    }

    private static void MapChatPage(this WebApplication app, DirectLineOptions options)
    {
        var page = new ChatPage(Path.Combine(AppContext.BaseDirectory, "wwwroot"), LoadTexts(app.Configuration, "page"), options.AllowedOrigins);
        if (!page.HasWebChat)
            Log.NoWebChat(app.Logger);
        page.Map(app);
    }

    private static ChannelTexts LoadTexts(IConfiguration configuration, string folder) =>
        ChannelTexts.Load(Path.Combine(ContentFolder.Locate(configuration), folder));

    /// <summary>Azure has channels of the same ids, which cannot be served beside them.</summary>
    private static IEnumerable<string> ServedDirectly(DirectLineOptions directLine, SlackOptions slack)
    {
        if (directLine.Enabled)
            yield return DirectLineChannel.Id;
        if (slack.Enabled)
            yield return SlackIds.Channel;
    }

    private static bool HasAddress(ConfigurationManager configuration) =>
        configuration["urls"] is not null || configuration["http_ports"] is not null || configuration["https_ports"] is not null
        || configuration.GetSection("Kestrel:Endpoints").Exists();

    private static Task PutSafetyHeaders(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return next(context);
    }

    private static void AnswerFailure(IApplicationBuilder app) =>
        app.Run(context => context.Features.Get<IExceptionHandlerFeature>()?.Error is StorageUnavailableException or StorageConflictException
            ? AskToComeBackAsync(context)
            : WriteErrorAsync(context, "ServiceError", "Something went wrong on our side."));

    private static Task AskToComeBackAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = RetryAfterS.ToString(CultureInfo.InvariantCulture);
        return WriteErrorAsync(context, "ServiceUnavailable", $"The storage does not answer and nothing was stored; try again in {RetryAfterS} s.");
    }

    private static Task Explain(StatusCodeContext context) =>
        WriteErrorAsync(context.HttpContext, "BadArgument", ReasonPhrases.GetReasonPhrase(context.HttpContext.Response.StatusCode));

    private static Task WriteErrorAsync(HttpContext context, string code, string message) =>
        Results.Json(new ErrorResponse(new Error(code, message)), ActivityJson.Default.ErrorResponse, statusCode: context.Response.StatusCode)
            .ExecuteAsync(context);
}
