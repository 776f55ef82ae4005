namespace CoachBot.Recovery.Safety.Rules;

/// <summary>One line of <c>rules.json</c>: which concepts, how close together, make which sign.</summary>
/// <remarks>The optional properties are settable because generated JSON readers put default(T) into missing init-only ones.</remarks>
internal sealed record SafetyRule
{
    public required string Id { get; init; }

    public required SafetyTier Tier { get; init; }

    /// <summary>All are needed; each is a list name, or several with '|' between them.</summary>
    public required IReadOnlyList<string> Needs { get; init; }

    /// <summary>Not where one of these lists is found in the same sentence.</summary>
    public IReadOnlyList<string> Unless { get; set; } = [];

    /// <summary>Most words between the parts.</summary>
    public int Within { get; set; } = 6;

    /// <summary>The parts may lie in different sentences of the message.</summary>
    public bool AcrossSentences { get; set; }

    /// <summary>The tier when it lies days or weeks back.</summary>
    public SafetyTier? Recent { get; set; }

    /// <summary>The tier when it is said to be over; by default T3 and T4 fall away and graver tiers stay.</summary>
    public SafetyTier? Resolved { get; set; }

    /// <summary>The tier when it lies years back; by default a T4 history, and nothing for T4.</summary>
    public SafetyTier? Distant { get; set; }

    /// <summary>One weak cue: worth one question.</summary>
    public bool Ask { get; set; }

    /// <summary>Holds for whomever it is about ("my son is 12").</summary>
    public bool Anyone { get; set; }

    /// <summary>Holds in questions too ("how much ibuprofen before the race?").</summary>
    public bool InQuestions { get; set; }

    /// <summary>No negation silences it (evidence C-ii 3, T0): "I don't see a point" is no denial.</summary>
    public bool NeverNegated { get; set; }

    /// <summary>Which message of the language files; the condition's general one where null.</summary>
    public string? Message { get; set; }

    public string Condition => Id[..Id.IndexOf('.', StringComparison.Ordinal)];
}
