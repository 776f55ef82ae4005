using CoachBot.BotBuilder.Turns;
using CoachBot.Coaching;
using CoachBot.Coaching.Content;
using CoachBot.Storage;

namespace CoachBot.Commands;

/// <summary>The one place that says which bot is hosted, in every channel.</summary>
internal static class BotRegistration
{
    public static void AddBot(IServiceCollection services, IConfiguration configuration)
    {
        services.AddCoach(new ContentDirectory(ContentFolder.Locate(configuration)));
        services.AddSingleton<CoachFailure>();
        services.AddSingleton(provider => new TurnOptions
        {
            OnFailure = provider.GetRequiredService<CoachFailure>().ExplainAsync,
            SharesStorage = StorageOptions.Read(configuration).IsShared,
        });
    }

    /// <summary>The bot for many runners: warm before the host is ready.</summary>
    public static void AddWarmBot(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(WarmUp.Begin(configuration));
        AddBot(services, configuration);
        services.AddHealthChecks().AddCheck<ContentCheck>("content").AddCheck<WarmUp>("recognizers");
    }
}
