namespace CoachBot.Scheduling;

/// <summary>
/// Who sweeps what. It only saves work: two that sweep the same shard disturb nobody, since the ledger decides.
/// </summary>
internal interface IShardLeases
{
    /// <summary>Renews what this process holds and takes its fair share of the rest.</summary>
    Task<HeldShards> HoldAsync(CancellationToken cancellationToken);

    /// <summary>Gives everything back, for the others to go on at once.</summary>
    Task ReleaseAsync(CancellationToken cancellationToken);
}

/// <param name="Shards">Those to sweep until the next call.</param>
/// <param name="Processes">How many share the work, this one included: budgets are divided by it.</param>
internal sealed record HeldShards(IReadOnlyList<int> Shards, int Processes);
