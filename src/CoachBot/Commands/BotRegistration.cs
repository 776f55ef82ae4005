using CoachBot.BotBuilder;

namespace CoachBot.Commands;

/// <summary>The one place that says which bot is hosted.</summary>
internal static class BotRegistration
{
    public static void AddBot(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<IBot, GreetingBot>();
}
