namespace CoachBot.BotBuilder;

/// <summary>Makes an object that outlives the turn available in the turn state.</summary>
public class RegisterClassMiddleware<T> : IMiddleware
    where T : class
{
    private readonly string? _key;

    public RegisterClassMiddleware(T service)
    {
        ArgumentNullException.ThrowIfNull(service);
        Service = service;
    }

    /// <param name="service">The object.</param>
    /// <param name="key">Its name in the turn state; the full name of T when left out.</param>
    public RegisterClassMiddleware(T service, string key)
        : this(service) => _key = key;

    public T Service { get; set; }

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var key = _key ?? typeof(T).FullName!;
        turnContext.TurnState.Set(key, Service);
        try
        {
            await next(cancellationToken);
        }
        finally
        {
            // The turn disposes what it holds, and this is not its own.
            if (Service is IDisposable)
                turnContext.TurnState.Remove(key);
        }
    }
}
