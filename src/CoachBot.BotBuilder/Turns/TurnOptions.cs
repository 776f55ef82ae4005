namespace CoachBot.BotBuilder.Turns;

/// <summary>The limits of a turn.</summary>
public sealed record TurnOptions
{
    /// <summary>How often a turn is played again after another process wrote first; then the conflict is the caller's.</summary>
    public int MaxReplays { get; init; } = 8;

    /// <summary>Activities that may wait in one conversation before more are refused.</summary>
    public int MaxWaiting { get; init; } = 200;

    /// <summary>Ids remembered per conversation to know a repeated activity by.</summary>
    public int MaxHandled { get; init; } = 64;

    /// <summary>Activities kept for clients that read the conversation from us.</summary>
    public int MaxLogEntries { get; init; } = 100;

    /// <summary>The same limit in bytes; the newest turn is kept whole whatever its size.</summary>
    public int MaxLogBytes { get; init; } = 128 * 1024;

    /// <summary>Documents kept in memory between turns, so that a warm turn reads nothing.</summary>
    public long MaxCachedBytes { get; init; } = 128L * 1024 * 1024;

    /// <summary>A reply that its channel did not take for so long is not worth sending any more: it is kept as refused.</summary>
    public TimeSpan MaxDeliveryDelay { get; init; } = TimeSpan.FromHours(24);

    /// <summary>
    /// Other processes serve the same conversations: logs are read from storage each time. Turns need no such word, since their
    /// write is conditional.
    /// </summary>
    public bool SharesStorage { get; init; }

    /// <summary>After this many failed turns in a row the conversation's state is dropped, since it may be the cause.</summary>
    public int MaxFailuresInARow { get; init; } = 3;

    /// <summary>
    /// Tells the runner that the turn failed, through a context whose sends are kept and whose state is not.
    /// The flag says whether the conversation starts anew. Without it nothing is said.
    /// </summary>
    public Func<ITurnContext, Exception, bool, CancellationToken, Task>? OnFailure { get; init; }
}
