namespace CoachBot.Coaching.Language.Grammar;

/// <summary>
/// Finds the word meant by a misspelt one: the same first letter (or the first two swapped), one slip, two in words of eight
/// letters or more.
/// </summary>
internal sealed class Spelling
{
    private const int MinLength = 4;
    private const int TwoSlipsFrom = 8;
    private const int MaxLength = 24;
    private readonly Dictionary<(char First, int Length), string[]> _words;

    public Spelling(IEnumerable<string> words)
    {
        _words = words.Where(word => word.Length is >= MinLength and <= MaxLength)
            .Distinct(StringComparer.Ordinal)
            .GroupBy(word => (word[0], word.Length))
            .ToDictionary(group => group.Key, group => group.Order(StringComparer.Ordinal).ToArray());
    }

    /// <summary>The one closest word, or null where there is none or two are as close.</summary>
    public string? Correct(string word)
    {
        if (word.Length is < MinLength - 1 or > MaxLength)
            return null;

        var best = Closest(word, word[0], null);
        if (word.Length >= MinLength && word[1] != word[0])
            best = Closest(word, word[1], best);

        return best is { Tied: false } ? best.Value.Word : null;
    }

    private (string Word, int Slips, bool Tied)? Closest(string word, char first, (string Word, int Slips, bool Tied)? best)
    {
        var reach = word.Length >= TwoSlipsFrom - 1 ? 2 : 1;
        for (var length = word.Length - reach; length <= word.Length + reach; length++)
        {
            if (!_words.TryGetValue((first, length), out var candidates))
                continue;

            foreach (var candidate in candidates)
            {
                var slips = Slips(word, candidate);
                if (slips > Allowed(word, candidate))
                    continue;

                if (best is null || slips < best.Value.Slips)
                    best = (candidate, slips, false);
                else if (slips == best.Value.Slips && candidate != best.Value.Word)
                    best = best.Value with { Tied = true };
            }
        }

        return best;
    }

    /// <summary>In a word of four letters only a swap or a letter left out is believed: the others make other words.</summary>
    private static int Allowed(string typed, string meant)
    {
        if (meant.Length >= TwoSlipsFrom)
            return 2;

        if (meant.Length > 4)
            return typed.Length >= 4 ? 1 : 0;

        return typed.Length < meant.Length || typed.Order().SequenceEqual(meant.Order()) ? 1 : 0;
    }

    /// <summary>Letters added, dropped, changed or swapped with the neighbour.</summary>
    internal static int Slips(string a, string b)
    {
        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> last = stackalloc int[b.Length + 1];
        Span<int> now = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                now[j] = Math.Min(Math.Min(now[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    now[j] = Math.Min(now[j], before[j - 2] + 1);
            }

            last.CopyTo(before);
            now.CopyTo(last);
        }

        return last[b.Length];
    }
}
