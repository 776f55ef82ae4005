namespace CoachBot.BotBuilder.Dialogs.Choices;

/// <summary>Looks for choices and values by their words.</summary>
public static class Find
{
    private const int DefaultTokenDistance = 2;

    public static List<ModelResult<FoundChoice>> FindChoices(
        string? utterance, IList<string> choices, FindChoicesOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return FindChoices(utterance, ChoiceFactory.ToChoices(choices), options);
    }

    public static List<ModelResult<FoundChoice>> FindChoices(
        string? utterance, IList<Choice> choices, FindChoicesOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var values = choices.SelectMany((choice, index) => Texts(choice, options)
            .Where(text => !string.IsNullOrWhiteSpace(text))
            .Select(text => new SortedValue { Value = text, Index = index })).ToList();
        return FindValues(utterance, values, options).ConvertAll(found => new ModelResult<FoundChoice>
        {
            Start = found.Start,
            End = found.End,
            Text = found.Text,
            TypeName = "choice",
            Resolution = new FoundChoice
            {
                Value = choices[found.Resolution.Index].Value,
                Index = found.Resolution.Index,
                Score = found.Resolution.Score,
                Synonym = found.Resolution.Value,
            },
        });
    }

    /// <summary>Each index at most once, no word used twice, in the order of the utterance.</summary>
    public static List<ModelResult<FoundValue>> FindValues(
        string? utterance, List<SortedValue> values, FindValuesOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (string.IsNullOrEmpty(utterance))
        {
            return [];
        }

        if (ExactMatch(utterance, values) is { } exact)
        {
            return [exact];
        }

        options ??= new FindValuesOptions();
        var tokenizer = options.Tokenizer ?? Tokenizer.DefaultTokenizer;
        var words = tokenizer(utterance, options.Locale);
        var matches = values
            .OrderByDescending(value => value.Value?.Length ?? 0)
            .SelectMany(value => Matches(value, words, tokenizer((value.Value ?? "").Trim(), options.Locale), options))
            .OrderByDescending(match => match.Resolution.Score);
        return WithoutOverlap(matches, words, utterance);
    }

    private static IEnumerable<string?> Texts(Choice choice, FindChoicesOptions? options)
    {
        if (options?.NoValue != true)
        {
            yield return choice.Value;
        }

        if (options?.NoAction != true)
        {
            yield return choice.Action?.Title;
        }

        foreach (var synonym in choice.Synonyms ?? [])
        {
            yield return synonym;
        }
    }

    /// <summary>The whole utterance as it stands: tells values apart that differ only in signs ("A &lt; B", "A &gt; B").</summary>
    private static ModelResult<FoundValue>? ExactMatch(string utterance, List<SortedValue> values)
    {
        var match = values.Find(value => value.Value == utterance)
            ?? values.Find(value => string.Equals(value.Value, utterance.Trim(), StringComparison.OrdinalIgnoreCase));
        return match?.Value is not { } text ? null : new ModelResult<FoundValue>
        {
            Start = 0,
            End = utterance.Length - 1,
            Text = utterance,
            TypeName = "value",
            Resolution = new FoundValue { Value = text, Index = match.Index, Score = 1 },
        };
    }

    private static IEnumerable<ModelResult<FoundValue>> Matches(
        SortedValue value, List<Token> words, List<Token> wanted, FindValuesOptions options)
    {
        // "the last time I chose the last one": after a match the search goes on behind it.
        for (var from = 0; from < words.Count;)
        {
            var match = Match(value, words, wanted, from, options);
            if (match == null)
            {
                yield break;
            }

            from = match.End + 1;
            yield return match;
        }
    }

    /// <summary>Start and End of the result are places in <paramref name="words"/>.</summary>
    private static ModelResult<FoundValue>? Match(
        SortedValue value, List<Token> words, List<Token> wanted, int from, FindValuesOptions options)
    {
        var maxDistance = options.MaxTokenDistance ?? DefaultTokenDistance;
        int matched = 0, skipped = 0, start = -1, end = -1;
        foreach (var token in wanted)
        {
            var at = words.FindIndex(from, word => word.Normalized == token.Normalized);
            var distance = matched > 0 ? at - from : 0;
            if (at < 0 || distance > maxDistance)
            {
                continue;
            }

            matched++;
            skipped += distance;
            start = start < 0 ? at : start;
            end = at;
            from = at + 1;
        }

        if (matched == 0 || (matched < wanted.Count && !options.AllowPartialMatches))
        {
            return null;
        }

        var completeness = (float)matched / wanted.Count;
        var accuracy = (float)matched / (matched + skipped);
        return new ModelResult<FoundValue>
        {
            Start = start,
            End = end,
            TypeName = "value",
            Resolution = new FoundValue { Value = value.Value!, Index = value.Index, Score = completeness * accuracy },
        };
    }

    private static List<ModelResult<FoundValue>> WithoutOverlap(
        IEnumerable<ModelResult<FoundValue>> matches, List<Token> words, string utterance)
    {
        var results = new List<ModelResult<FoundValue>>();
        var usedIndexes = new HashSet<int>();
        var usedWords = new HashSet<int>();
        foreach (var match in matches)
        {
            var span = Enumerable.Range(match.Start, match.End - match.Start + 1);
            if (usedIndexes.Contains(match.Resolution.Index) || usedWords.Overlaps(span))
            {
                continue;
            }

            usedIndexes.Add(match.Resolution.Index);
            usedWords.UnionWith(span);
            match.Start = words[match.Start].Start;
            match.End = words[match.End].End;
            match.Text = utterance[match.Start..(match.End + 1)];
            results.Add(match);
        }

        return [.. results.OrderBy(match => match.Start)];
    }
}
