using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.Coaching.Content;

namespace CoachBot.Coaching;

/// <summary>What a runner hears when a turn failed: for <c>TurnOptions.OnFailure</c>.</summary>
public sealed class CoachFailure(DialogContent content)
{
    public Task ExplainAsync(ITurnContext context, Exception failure, bool startsAnew, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Activity.Type != ActivityTypes.Message)
            return Task.CompletedTask;

        var language = Cultures.LanguageOf(context.Activity.Locale) ?? Cultures.Fallback;
        var voice = new Voice(content.Phrases, language, Cultures.For(language, context.Activity.Locale), default, 0);
        return context.SendActivityAsync(new Activity(ActivityTypes.Message) { Text = voice.Say(startsAnew ? "problem.anew" : "problem"), Locale = language }, cancellationToken);
    }
}
