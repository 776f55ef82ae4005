namespace CoachBot.Recovery;

/// <summary>What the coach says to one question.</summary>
/// <param name="Topics">By language: alternatives, each a list of word beginnings that must all occur.</param>
/// <param name="AnswersStatements">A statement such as "watch says prime" is answered like a question.</param>
/// <param name="IsGeneral">About a state ("sore", "slept badly"): it gives way to the answer about the thing that was asked for.</param>
internal sealed record AnswerEntry(
    string Id,
    string About,
    StrategyEntry Owner,
    IReadOnlyList<string> Sources,
    string[][][] Topics,
    bool AnswersStatements,
    bool IsGeneral,
    Sentence Text,
    Sentence? Plain)
{
    /// <returns>How specific the best alternative is that occurs in the text; 0 when none does.</returns>
    public int Score(string text, Language language)
    {
        var best = 0;
        foreach (var words in Topics[(int)language])
        {
            var score = 0;
            foreach (var word in words)
            {
                if (!text.Contains(word, StringComparison.Ordinal))
                {
                    score = 0;
                    break;
                }

                score += 10 + word.Length;
            }

            best = Math.Max(best, score);
        }

        return best;
    }
}
