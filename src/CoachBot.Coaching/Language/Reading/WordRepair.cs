using System.Globalization;
using System.Text;
using CoachBot.Coaching.Language.Grammar;

namespace CoachBot.Coaching.Language.Reading;

/// <summary>Mends what runners type in a hurry: letters held down, spaces left out, slips of the finger. Places stay those of the original.</summary>
internal static class WordRepair
{
    /// <summary>A long message full of unknown words is not searched without end.</summary>
    private const int MaxCorrections = 60;
    private const int MinPart = 2;
    private const int MinJoined = 7;

    public static List<Token> Repair(List<Token> tokens, RunningGrammar main, RunningGrammar? second)
    {
        var repaired = new List<Token>(tokens.Count);
        var corrections = 0;
        foreach (var token in SplitMarks(tokens, main))
        {
            if (token.Kind != TokenKind.Word || IsKnown(token.Text, main, second))
                repaired.Add(token);
            else if (Squeeze(token, main, second) is { } squeezed)
                repaired.Add(squeezed);
            else if (Split(token, repaired.Count > 0 && token.Glued && repaired[^1].Kind == TokenKind.Number, main, second) is { } parts)
                repaired.AddRange(parts);
            else if (corrections++ < MaxCorrections && main.Spelling.Correct(token.Text) is { } word)
                repaired.Add(token with { Text = word });
            else
                repaired.Add(token);
        }

        return repaired;
    }

    /// <summary>"rpe8,7h sleep" are two numbers, for no mark has a unit.</summary>
    private static IEnumerable<Token> SplitMarks(List<Token> tokens, RunningGrammar main)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            var comma = token.Kind == TokenKind.Number && token.Decimals.Length > 0 ? token.Text.IndexOf(',', StringComparison.Ordinal) : -1;
            var beside = comma > 0 && i > 0 && i + 1 < tokens.Count && token.Glued && tokens[i + 1].Glued && tokens[i + 1].Kind == TokenKind.Word;
            if (!beside || !main.Phrases.IsMarkKey(tokens[i - 1].Text))
            {
                yield return token;
                continue;
            }

            yield return token with { Text = token.Text[..comma], Length = comma, Value = Math.Floor(token.Value), Decimals = "", Thousands = null };
            yield return new Token(TokenKind.Mark, ",", token.Start + comma, 1, true);
            yield return token with
            {
                Text = token.Decimals,
                Start = token.Start + comma + 1,
                Length = token.Decimals.Length,
                Value = double.Parse(token.Decimals, CultureInfo.InvariantCulture),
                Decimals = "",
                Thousands = null,
            };
        }
    }

    private static bool IsKnown(string word, RunningGrammar main, RunningGrammar? second) =>
        main.Known.Contains(word) || second?.Known.Contains(word) == true;

    /// <summary>"sooore" is sore.</summary>
    private static Token? Squeeze(Token token, RunningGrammar main, RunningGrammar? second)
    {
        if (!IsHeld(token.Text))
            return null;

        foreach (var keep in (ReadOnlySpan<int>)[2, 1])
        {
            var squeezed = new StringBuilder();
            var run = 0;
            for (var i = 0; i < token.Text.Length; i++)
            {
                run = i > 0 && token.Text[i] == token.Text[i - 1] ? run + 1 : 1;
                if (run <= keep)
                    squeezed.Append(token.Text[i]);
            }

            if (squeezed.Length < token.Text.Length && IsKnown(squeezed.ToString(), main, second))
                return token with { Text = squeezed.ToString() };
        }

        return null;
    }

    private static bool IsHeld(string word)
    {
        for (var i = 2; i < word.Length; i++)
        {
            if (word[i] == word[i - 1] && word[i] == word[i - 2])
                return true;
        }

        return false;
    }

    /// <summary>"calvessore" is two words, "kmin" after a number a unit and a word.</summary>
    private static Token[]? Split(Token token, bool afterNumber, RunningGrammar main, RunningGrammar? second)
    {
        if (token.Text.Length != token.Length || token.Text.Length > 40)
            return null;

        var least = afterNumber ? 1 : 3;
        for (var at = token.Length - MinPart; at >= least; at--)
        {
            var head = token.Text[..at];
            var tail = token.Text[at..];
            var fits = afterNumber ? IsUnit(head, main, second) : main.Known.Contains(head) && tail.Length >= 3 && token.Length >= MinJoined;
            if (fits && IsKnown(tail, main, second))
            {
                return
                [
                    token with { Text = head, Length = at },
                    token with { Text = tail, Start = token.Start + at, Length = tail.Length, Glued = true },
                ];
            }
        }

        return null;
    }

    private static bool IsUnit(string word, RunningGrammar main, RunningGrammar? second) =>
        main.Phrases.HasUnit(word) || second?.Phrases.HasUnit(word) == true;
}
