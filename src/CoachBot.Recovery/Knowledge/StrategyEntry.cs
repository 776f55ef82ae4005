using System.Collections.Frozen;

namespace CoachBot.Recovery;

internal enum CautionLevel
{
    None,

    /// <summary>Said in words, without amounts.</summary>
    General,

    /// <summary>Not before a doctor, midwife or pharmacist agrees.</summary>
    Ask,

    Never,
}

internal enum AmountPer
{
    Nothing,
    Kg,
    KgLost,
}

internal sealed record Amount(DoseKey Key, double? Min, double? Max, AmountPer Per, double? Cap);

internal sealed record DoseRule(DoseBasis Basis, IReadOnlyList<Amount> Amounts, IReadOnlyList<string> Sources)
{
    public bool NeedsMass => Amounts.Any(amount => amount.Per == AmountPer.Kg);
}

/// <summary>One line that a strategy may put into a plan. When it does is decided in code, what it says and how much in data.</summary>
internal sealed record ActionEntry(
    string Id,
    StrategyEntry Owner,
    Stance Stance,
    When When,
    Evidence Evidence,
    string Rule,
    IReadOnlyList<string> Sources,
    IReadOnlyList<DoseRule> Doses,
    double? LastsH,
    int Rank,
    Sentence Text,
    Sentence? Plain,
    Sentence Why);

/// <summary>A strategy as loaded from its file.</summary>
internal sealed class StrategyEntry
{
    public required string Id { get; init; }

    public required Strategy Strategy { get; init; }

    public required Evidence Evidence { get; init; }

    /// <summary>Cold, massage, compression, rolling, boots, cherry …: at most two in a plan.</summary>
    public required bool IsModality { get; init; }

    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Beginnings of words that name its equipment or itself.</summary>
    public required IReadOnlyList<string> Kit { get; init; }

    public required FrozenDictionary<string, CautionLevel> Cautions { get; init; }

    public required FrozenSet<TrainingPhase> Withheld { get; init; }

    public FrozenDictionary<string, DoseRule> Doses { get; set; } = FrozenDictionary<string, DoseRule>.Empty;

    public FrozenDictionary<string, ActionEntry> Actions { get; set; } = FrozenDictionary<string, ActionEntry>.Empty;

    public required FrozenDictionary<string, Sentence> Words { get; init; }
}
