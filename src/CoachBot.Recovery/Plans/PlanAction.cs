namespace CoachBot.Recovery;

/// <summary>One line of a plan.</summary>
public sealed record PlanAction
{
    public required string Id { get; init; }

    public required Strategy Strategy { get; init; }

    public required Stance Stance { get; init; }

    public required When When { get; init; }

    public required string Text { get; init; }

    /// <summary>The reason, for "why?".</summary>
    public required string Why { get; init; }

    public required Evidence Evidence { get; init; }

    public required IReadOnlyList<string> Sources { get; init; }

    public Dose? Dose { get; init; }

    /// <summary>Where the amounts come from; null without any.</summary>
    public DoseBasis? DoseBasis { get; init; }

    /// <summary>Which rule of the knowledge chose it: the section of the evidence, such as "A2.3".</summary>
    public required string Rule { get; init; }
}
