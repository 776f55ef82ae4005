using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.Commands;

/// <summary>Stands in for the coach until it is there.</summary>
internal sealed class GreetingBot : IBot
{
    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var said = turnContext.Activity.Type == ActivityTypes.Message ? $"You said: {turnContext.Activity.Text}" : "Hello.";
        await turnContext.SendActivityAsync(new Activity(type: ActivityTypes.Message, text: said), cancellationToken);
    }
}
