using CoachBot.Coaching.Language.Grammar;
using CoachBot.Coaching.Language.Reading;

namespace CoachBot.Coaching.Language.Slots;

/// <summary>Words around a word that turn it: "not", "very", "a bit".</summary>
internal static class GradeReader
{
    private const double Strong = 6.5;
    private const double Slight = 3;

    /// <summary>"moderately hard" is moderate.</summary>
    private const double Middling = 5;

    /// <summary>A negation just before, with nothing but small words between; "not sore but tired" negates the first only.</summary>
    public static bool IsNegated(Utterance u, int i)
    {
        // "no soreness no stress": the phrase brings its own.
        if (u.Items[i].EndToken - u.Items[i].FirstToken > 1 && u.Grammar.Phrases.HasSense(u.Items[i].First.Text, sense => sense.Class == WordClass.Not))
            return false;

        for (var back = i - 1; back >= 0 && back >= i - 5; back--)
        {
            var item = u.Items[back];
            if (item.Is(WordClass.Not))
                return !(item.Is(WordClass.Not, "no") && i > back + 1 && u.Items[back + 1].IsMark);

            var passes = item.Is(WordClass.Filler) || item.Is(WordClass.Degree) || item.Is(WordClass.Article) || item.Is(WordClass.Approx)
                || item.Is(WordClass.Key) || item.Is(WordClass.Body);
            if (!passes || item.Clause != u.Items[i].Clause)
                return false;
        }

        return false;
    }

    /// <summary>The degree word beside a word: "very" before it or "as hell" after it.</summary>
    public static (double Value, int First, int End)? DegreeOf(Utterance u, int i)
    {
        for (var back = i - 1; back >= 0 && back >= i - 3; back--)
        {
            var item = u.Items[back];
            if (item.Number(WordClass.Degree) is { } degree)
                return (degree, back, i + 1);

            if (!item.Is(WordClass.Filler) && !item.Is(WordClass.Article) || item.Is(WordClass.Joiner) || item.Clause != u.Items[i].Clause)
                break;
        }

        return i + 1 < u.Items.Count && u.Items[i + 1].Number(WordClass.DegreeAfter) is { } after ? (after, i, i + 2) : null;
    }

    /// <summary>1–5, turned by the words before: "not great" 2, "very bad" 1, "not bad" 4.</summary>
    public static int Grade(Utterance u, int i, double value)
    {
        var strong = DegreeOf(u, i) is { Value: >= Strong };
        if (IsNegated(u, i))
            return value >= 3 ? 2 : strong ? 3 : value < 2 ? 3 : 4;

        if (strong)
            value += value > 3 ? 1 : value < 3 ? -1 : 0;
        else if (DegreeOf(u, i) is { Value: < Slight })
            value = value < 2 ? 2 : value < 3 ? 3 : value;

        return (int)Math.Clamp(Math.Round(value), 1, 5);
    }

    /// <summary>0–10 effort, turned by the words before: "very hard", "not too hard".</summary>
    public static double Effort(Utterance u, int i, double value)
    {
        var strong = DegreeOf(u, i) is { Value: >= Strong };
        if (IsNegated(u, i))
            return value >= 8 ? 5 : value >= 6 ? 3.5 : value <= 3.5 ? 5.5 : value;

        if (strong)
            value += value >= 6 ? 1 : value <= 3 ? -1 : 0;
        else if (DegreeOf(u, i) is { Value: < Strong } && value >= 6)
            value = DegreeOf(u, i)!.Value.Value < Slight ? value - 1 : DegreeOf(u, i)!.Value.Value < Middling ? 4 : value;

        return Math.Clamp(value, 0, 10);
    }
}
