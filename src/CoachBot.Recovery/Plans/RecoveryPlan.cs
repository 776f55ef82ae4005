using CoachBot.Recovery.Safety;

namespace CoachBot.Recovery;

/// <summary>What the coach says today. Text, cards and JSON are renderings of this one object.</summary>
public sealed record RecoveryPlan
{
    public required Band Band { get; init; }

    public required Confidence Confidence { get; init; }

    /// <summary>The biggest first.</summary>
    public required IReadOnlyList<PlanReason> Reasons { get; init; }

    public required PlanSafety Safety { get; init; }

    /// <summary>In time order.</summary>
    public required IReadOnlyList<PlanAction> Actions { get; init; }

    public IReadOnlyList<PlanAnswer> Answers { get; init; } = [];

    /// <summary>Null when the plan gives no training advice.</summary>
    public NextHard? NextHard { get; init; }

    /// <summary>All that actions and answers cite, each once.</summary>
    public IReadOnlyList<PlanSource> Sources { get; init; } = [];

    /// <summary>The band that the runner chose instead, when they overruled the coach.</summary>
    public Band? ChosenBand { get; init; }

    /// <summary>Where the runner said how many minutes there are.</summary>
    public PlanFit? Fit { get; init; }

    public required string Language { get; init; }

    /// <summary>The whole plan as a person reads it.</summary>
    public required string Text { get; init; }
}

/// <param name="Measure">soreness, sleep, sleepDebt, sleepQuality, energy, stress, spacing, restingHr, hrv, illness, injury, pattern, hysteresis, missing.</param>
public sealed record PlanReason(string Measure, Level Level, string Text);

/// <param name="WasCut">False when nothing in the plan takes longer than that anyway.</param>
public sealed record PlanFit(double Minutes, bool WasCut, string Text);

public sealed record PlanSafety(SafetyTier Tier, IReadOnlyList<SafetySign> Signs, string? Message, bool Locked);

public sealed record PlanAnswer(string Id, string About, string Text, IReadOnlyList<string> Sources);

/// <param name="Hours">From the end of the last hard session to <paramref name="Earliest"/>.</param>
public sealed record NextHard(DateTimeOffset Earliest, int Hours, IReadOnlyList<string> Conditions);

public sealed record PlanSource(string Id, string Citation, string? Doi);
