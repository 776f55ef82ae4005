namespace CoachBot.Recovery.Safety.Rules;

/// <summary>The lists that say how a sign is meant rather than what it is; each language has all of them, first in its numbering.</summary>
internal static class MarkerLists
{
    /// <summary>Phrases that only sound dangerous; they hide what lies inside them.</summary>
    public const int Idiom = 0;

    /// <summary>"no", "didn't", "without".</summary>
    public const int Negation = 1;

    /// <summary>Words that may stand between a negation and what it negates: "any", "real", "signs of".</summary>
    public const int Bridge = 2;

    /// <summary>"or", "nor": a list of negated things goes on.</summary>
    public const int Or = 3;

    public const int And = 4;

    /// <summary>"but", "except": the negation ends.</summary>
    public const int But = 5;

    /// <summary>"my", "now": something new begins.</summary>
    public const int Clause = 6;

    /// <summary>Sounds like a negation and is none: "not only", "no relief".</summary>
    public const int PseudoNegation = 7;

    /// <summary>"nope" standing alone after what it answers.</summary>
    public const int Denial = 8;

    /// <summary>Negates what stands before it in its clause, as German "nicht" does.</summary>
    public const int TrailingNegation = 9;

    public const int DistantPast = 10;

    public const int RecentPast = 11;

    public const int Ongoing = 12;

    public const int Resolved = 13;

    public const int Self = 14;

    public const int Other = 15;

    public const int Family = 16;

    /// <summary>"had", "died of": of a relative, a history.</summary>
    public const int HadOnce = 17;

    public const int Now = 18;

    /// <summary>"signs of", "what if": asks and does not report.</summary>
    public const int Hypothetical = 19;

    /// <summary>"I have", "right now": reports after all.</summary>
    public const int Report = 20;

    /// <summary>"that hill made me want to die": hides what lies inside it as an idiom does, and is noticed.</summary>
    public const int Hyperbole = 21;

    public static readonly IReadOnlyList<string> Names =
    [
        "idioms", "negation", "bridges", "or", "and", "but", "clauses", "pseudoNegation", "denials", "trailingNegation",
        "distantPast", "recentPast", "ongoing", "resolved", "self", "others", "family", "hadOnce", "now", "hypothetical", "reports", "hyperbole",
    ];
}
