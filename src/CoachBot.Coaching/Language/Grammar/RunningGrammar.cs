namespace CoachBot.Coaching.Language.Grammar;

/// <summary>One language: its phrases, its intents, and the words it knows. Immutable once loaded.</summary>
internal sealed class RunningGrammar
{
    public RunningGrammar(string language, PhraseTree phrases, IReadOnlyList<IntentPattern> intents, HashSet<string> known, Spelling spelling)
    {
        Language = language;
        Phrases = phrases;
        Intents = intents;
        Known = known;
        Spelling = spelling;
    }

    public string Language { get; }

    public PhraseTree Phrases { get; }

    /// <summary>In order of precedence.</summary>
    public IReadOnlyList<IntentPattern> Intents { get; }

    /// <summary>Every word of the file; none of them is taken for a misspelling.</summary>
    public HashSet<string> Known { get; }

    public Spelling Spelling { get; }
}
