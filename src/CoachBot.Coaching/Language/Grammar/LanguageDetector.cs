using System.Numerics;
using CoachBot.Coaching.Language.Reading;

namespace CoachBot.Coaching.Language.Grammar;

/// <summary>
/// Which language a message is in, by the words that few of the languages share. The runner's own language wins unless another
/// is clearly ahead.
/// </summary>
internal sealed class LanguageDetector
{
    private const double Lead = 0.8;
    private readonly string[] _languages;
    private readonly Dictionary<string, byte> _known = new(StringComparer.Ordinal);

    public LanguageDetector(IReadOnlyList<RunningGrammar> grammars)
    {
        _languages = [.. grammars.Select(grammar => grammar.Language)];
        for (var i = 0; i < grammars.Count; i++)
        {
            foreach (var word in grammars[i].Known)
                _known[word] = (byte)(_known.GetValueOrDefault(word) | (1 << i));
        }
    }

    /// <summary>The language of the message and the next best one, which may have words in it too.</summary>
    public (string Main, string Second) Detect(IReadOnlyList<Token> tokens, string prior)
    {
        Span<double> scores = stackalloc double[_languages.Length];
        scores.Clear();
        foreach (var token in tokens)
        {
            if (token.Kind != TokenKind.Word || token.Text.Length < 2 || !_known.TryGetValue(token.Text, out var mask))
                continue;

            var weight = BitOperations.PopCount(mask) switch { 1 => 1.0, 2 => 0.5, 3 => 0.25, 4 => 0.1, _ => 0 };
            for (var i = 0; i < _languages.Length; i++)
            {
                if ((mask >> i & 1) == 1)
                    scores[i] += weight;
            }
        }

        var own = Array.IndexOf(_languages, prior);
        scores[own] += Lead;
        var best = Best(scores, own, -1);
        if (best != own)
            return (_languages[best], prior);

        var next = Best(scores, Array.IndexOf(_languages, own == 0 ? _languages[1] : _languages[0]), own);
        return (prior, _languages[next]);
    }

    private static int Best(Span<double> scores, int first, int but)
    {
        var best = first;
        for (var i = 0; i < scores.Length; i++)
        {
            if (i != but && scores[i] > scores[best])
                best = i;
        }

        return best;
    }
}
