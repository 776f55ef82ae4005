using CoachBot.BotBuilder.Schema;

namespace CoachBot.BotBuilder;

/// <summary>While a message is being answered, tells the user now and then that the bot is typing.</summary>
public class ShowTypingMiddleware : IMiddleware
{
    private readonly TimeSpan _delay;
    private readonly TimeSpan _period;
    private readonly TimeProvider _time;

    /// <param name="delay">Milliseconds before the first sign.</param>
    /// <param name="period">Milliseconds from one sign to the next.</param>
    /// <param name="time">The clock; the system's when left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative delay, or a period that is not positive.</exception>
    public ShowTypingMiddleware(int delay = 500, int period = 2000, TimeProvider? time = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(delay);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(period);
        _delay = TimeSpan.FromMilliseconds(delay);
        _period = TimeSpan.FromMilliseconds(period);
        _time = time ?? TimeProvider.System;
    }

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (turnContext.Activity.Type != ActivityTypes.Message)
        {
            await next(cancellationToken);
            return;
        }

        using var turnIsOver = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var typing = TypeUntilAsync(turnContext, turnIsOver.Token);
        try
        {
            await next(cancellationToken);
        }
        finally
        {
            await turnIsOver.CancelAsync();
            await typing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task TypeUntilAsync(ITurnContext turnContext, CancellationToken turnIsOver)
    {
        await Task.Delay(_delay, _time, turnIsOver);
        while (true)
        {
            // Past the turn context, so that it does not count as a response.
            var typing = new Activity(ActivityTypes.Typing) { RelatesTo = turnContext.Activity.RelatesTo }
                .ApplyConversationReference(turnContext.Activity.GetConversationReference());
            await turnContext.Adapter.SendActivitiesAsync(turnContext, [typing], turnIsOver);
            await Task.Delay(_period, _time, turnIsOver);
        }
    }
}
