using CoachBot.BotBuilder;

namespace CoachBot.Tests.Support;

/// <summary>A bot that is one function.</summary>
internal sealed class DelegateBot(Func<ITurnContext, Task> onTurn) : IBot
{
    public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) => onTurn(turnContext);
}
