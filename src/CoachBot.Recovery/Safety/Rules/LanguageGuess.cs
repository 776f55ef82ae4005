using CoachBot.Recovery.Safety.Text;

namespace CoachBot.Recovery.Safety.Rules;

/// <summary>Which language a text is written in, by its everyday words and by which lists know its words.</summary>
internal readonly record struct LanguageGuess(int Language, bool IsSure)
{
    private const int CommonWeight = 4;

    /// <param name="own">The runner's language, which wins a tie; -1 where it is not known.</param>
    /// <param name="otherwise">Taken where nothing else tells.</param>
    public static LanguageGuess Of(ReadOnlySpan<Token> tokens, IReadOnlyList<SafetyLanguage> languages, int own, int otherwise)
    {
        Span<int> scores = stackalloc int[languages.Count];
        if (own >= 0)
            scores[own] = 1;
        foreach (ref readonly var token in tokens)
            Count(token, languages, scores);

        var best = own >= 0 ? own : otherwise;
        for (var index = 0; index < scores.Length; index++)
        {
            if (scores[index] > scores[best])
                best = index;
        }

        var isSure = scores[best] > 0;
        for (var index = 0; index < scores.Length; index++)
            isSure &= index == best || scores[index] < scores[best];
        return new LanguageGuess(best, isSure);
    }

    private static void Count(in Token token, IReadOnlyList<SafetyLanguage> languages, Span<int> scores)
    {
        for (var index = 0; index < scores.Length; index++)
        {
            if ((token.KnownIn & (1 << index)) != 0)
                scores[index] += languages[index].IsCommon(token.Symbols[0]) ? CommonWeight : 1;
        }
    }
}
