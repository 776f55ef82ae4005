namespace CoachBot.Health.Checks;

/// <summary>
/// The clock against another one: tokens of channels and Slack's signatures are refused when it is five minutes off. Without a
/// channel to ask, it must at least be later than this program.
/// </summary>
internal sealed class ClockCheck(TimeProvider time, IEnumerable<IOtherClock> others) : ISelfCheck
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    public string Name => "clock";

    public async Task<SelfCheckResult> LookAsync(CancellationToken cancellationToken)
    {
        foreach (var other in others)
        {
            if (await other.AskAsync(cancellationToken) is not { } theirs)
                continue;
            var off = (time.GetUtcNow() - theirs).Duration();
            return off <= Tolerance
                ? SelfCheckResult.Ok($"Within {Math.Ceiling(off.TotalSeconds):0} s of {other.Name}.")
                : SelfCheckResult.Fail($"{off.TotalSeconds:0} s off from {other.Name}.", "Switch on time synchronisation (chrony or systemd-timesyncd).");
        }

        var built = File.GetLastWriteTimeUtc(typeof(ClockCheck).Assembly.Location);
        return time.GetUtcNow() >= built.AddDays(-1)
            ? SelfCheckResult.Ok($"{time.GetUtcNow():yyyy-MM-dd HH:mm:ss} UTC; there was no other clock to compare it with.")
            : SelfCheckResult.Fail($"{time.GetUtcNow():yyyy-MM-dd} is before this program was made.", "Set the clock, and switch on time synchronisation.");
    }
}

/// <summary>Someone whose clock can be asked for.</summary>
internal interface IOtherClock
{
    string Name { get; }

    /// <summary>Null when it does not answer.</summary>
    Task<DateTimeOffset?> AskAsync(CancellationToken cancellationToken);
}
