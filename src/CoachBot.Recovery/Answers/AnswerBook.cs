namespace CoachBot.Recovery;

/// <summary>Finds what a note asks.</summary>
internal sealed class AnswerBook(IReadOnlyList<AnswerEntry> entries, PlanWords words)
{
    private const int MostAnswers = 4;

    public IReadOnlyList<AnswerEntry> Entries => entries;

    /// <summary>The entries that the notes ask for, in the order of asking, each once. English is understood beside the runner's language.</summary>
    /// <param name="isClosed">A strategy closed to this runner: "getting in the ice bath now" is answered although it asks nothing.</param>
    public IReadOnlyList<AnswerEntry> Find(IReadOnlyList<string> notes, Language language, Func<StrategyEntry, bool>? isClosed = null)
    {
        if (notes.Count == 0)
            return [];

        var found = new List<AnswerEntry>();
        foreach (var note in notes)
        {
            var before = found.Count;
            foreach (var (text, asks) in TopicText.Sentences(note))
                Add(found, Best(TopicText.Of(text), asks, language, isClosed));
            // "Long run done. Legs or lungs. Ice bath? gains?": what one sentence does not tell, the whole note may.
            if (found.Count == before && note.Contains('?'))
                Add(found, Best(TopicText.Of(note), true, language));
        }

        return found.Count > MostAnswers ? found[..MostAnswers] : found;
    }

    public AnswerEntry? Best(string text, bool asks, Language language, Func<StrategyEntry, bool>? isClosed = null) =>
        BestIn(text, asks, language, isClosed) ?? (language == Language.En ? null : BestIn(text, asks, Language.En, isClosed));

    private AnswerEntry? BestIn(string text, bool asks, Language language, Func<StrategyEntry, bool>? isClosed)
    {
        asks = asks || words.IsQuestion(text, language);
        AnswerEntry? best = null;
        var score = 0;
        foreach (var entry in entries)
        {
            if (!asks && !entry.AnswersStatements && isClosed?.Invoke(entry.Owner) != true)
                continue;

            var own = entry.Score(text, language);
            if (own > 0 && (best is null || (best.IsGeneral == entry.IsGeneral ? own > score : best.IsGeneral)))
                (best, score) = (entry, own);
        }

        return best;
    }

    private static void Add(List<AnswerEntry> found, AnswerEntry? entry)
    {
        if (entry is not null && !found.Contains(entry))
            found.Add(entry);
    }
}
