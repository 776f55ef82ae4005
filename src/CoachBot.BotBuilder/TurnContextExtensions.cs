using System.Runtime.CompilerServices;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.BotBuilder;

public static class TurnContextExtensions
{
    internal const string LocaleKey = "turn.locale";

    /// <summary>Sends a trace. Only tools that follow a bot at work show it.</summary>
    public static Task<ResourceResponse> TraceActivityAsync(
        this ITurnContext turnContext,
        string name,
        object? value = null,
        string? valueType = null,
        [CallerMemberName] string? label = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.SendActivityAsync(turnContext.Activity.CreateTrace(name, value, valueType, label), cancellationToken);
    }

    /// <summary>The language of the turn: one that was set for it, else that of its activity.</summary>
    public static string? GetLocale(this ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.TurnState.Get<string>(LocaleKey) ?? turnContext.Activity.Locale;
    }
}
