using System.Globalization;
using CoachBot.BotBuilder.Turns;
using CoachBot.Coaching;
using CoachBot.Coaching.Content;
using CoachBot.Hosting;
using CoachBot.Storage;

namespace CoachBot.Commands;

/// <summary>The one place that says which bot is hosted, in every channel.</summary>
internal static class BotRegistration
{
    public static void AddBot(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(ReadOptions(configuration));
        services.AddCoach(new ContentDirectory(ContentFolder.Locate(configuration)));
        services.AddSingleton<CoachFailure>();
        services.AddSingleton(provider => new TurnOptions
        {
            OnFailure = provider.GetRequiredService<CoachFailure>().ExplainAsync,
            SharesStorage = StorageOptions.Read(configuration).IsShared,
        });
    }

    /// <exception cref="SettingsException">A setting is out of its range.</exception>
    private static CoachOptions ReadOptions(IConfiguration configuration)
    {
        const string Key = $"{CoachOptions.Section}:{nameof(CoachOptions.RetentionDays)}";
        if (configuration[Key] is not { Length: > 0 } text)
            return new CoachOptions();
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= CoachOptions.LongestRetentionDays
            ? new CoachOptions { RetentionDays = days }
            : throw new SettingsException($"{Key} is '{text}'; it must be a whole number of days from 1 to {CoachOptions.LongestRetentionDays}.");
    }

    /// <summary>The bot for many runners: warm before the host is ready.</summary>
    public static void AddWarmBot(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(WarmUp.Begin(configuration));
        services.AddHostedService<RetentionSweeper>();
        AddBot(services, configuration);
        services.AddHealthChecks().AddCheck<ContentCheck>("content").AddCheck<WarmUp>("recognizers");
    }
}
