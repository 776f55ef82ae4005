using System.Diagnostics;
using CoachBot.Coaching.Language.Grammar;
using CoachBot.Coaching.Language.Reading;
using CoachBot.Recovery;

namespace CoachBot.Coaching.Language;

/// <summary>Reads what runners write, in five languages. Immutable after load; any thread may use it.</summary>
public sealed class RunnerLanguage
{
    /// <summary>Longer messages are read up to here, which bounds the time that one can take.</summary>
    public const int MaxLength = 2000;

    private const string Fallback = "en";
    private readonly Dictionary<string, RunningGrammar> _grammars;
    private readonly LanguageDetector _detector;

    private RunnerLanguage(IReadOnlyList<RunningGrammar> grammars)
    {
        _grammars = grammars.ToDictionary(grammar => grammar.Language);
        _detector = new LanguageDetector(grammars);
    }

    /// <summary>The languages that messages may be in.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "es", "fr", "de", "pt"];

    /// <exception cref="GrammarException">A grammar file is missing or faulty; the message names file, key and fault.</exception>
    public static RunnerLanguage Load(IContentFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var loading = Languages.Select(language => Task.Run(() => GrammarFile.Load(files, language))).ToList();
        return new RunnerLanguage([.. loading.Select(grammar => grammar.GetAwaiter().GetResult())]);
    }

    /// <param name="text">As typed; only the first <see cref="MaxLength"/> characters are read.</param>
    /// <param name="step">The question that was just asked.</param>
    /// <param name="locale">The runner's setting ("de", "en-GB"); the language of the message itself counts more.</param>
    public Understanding Understand(string text, DialogStep step, string? locale = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var startedAt = Stopwatch.GetTimestamp();
        var understanding = Read(text, step, locale);
        CoachMetrics.Understood(understanding.Language, Stopwatch.GetElapsedTime(startedAt));
        return understanding;
    }

    /// <summary>Runs sentences of each language through, so that the first runner does not wait.</summary>
    public void Warm(params string[] languages)
    {
        foreach (var language in languages)
        {
            foreach (var step in Enum.GetValues<DialogStep>())
                Read("10 km in 55 min, rpe 4, 7 h, 11pm - 6:30, 5 x 1k @ 4:10, 70 kg?", step, language);
        }
    }

    private Understanding Read(string text, DialogStep step, string? locale)
    {
        var tokens = Tokenizer.Cut(text, MaxLength);
        var (main, second) = _detector.Detect(tokens, Prior(locale));
        return Understander.Read(Utterance.Read(text, tokens, _grammars[main], _grammars[second]), step);
    }

    private string Prior(string? locale)
    {
        var language = locale is { Length: >= 2 } ? locale[..2].ToLowerInvariant() : Fallback;
        return _grammars.ContainsKey(language) ? language : Fallback;
    }
}
