using System.Runtime.InteropServices;
using CoachBot.Recovery.Safety.Content;
using CoachBot.Recovery.Safety.Rules;
using CoachBot.Recovery.Safety.Text;

namespace CoachBot.Recovery.Safety;

/// <summary>
/// The gate in front of all coaching: red flags in whatever a runner typed (evidence C). Pure after loading, so safe for many
/// threads; no regular expressions, so there is no time-out that could let a sentence through.
/// </summary>
public sealed class SafetyGate
{
    private const string Fallback = "en";

    private readonly Tokenizer _tokenizer;
    private readonly IReadOnlyList<SafetyLanguage> _languages;
    private readonly SafetyMessages _messages;
    private readonly SafetyNumbersFile _numbers;

    private SafetyGate(SafetyContent content)
    {
        var vocabulary = new Vocabulary();
        _tokenizer = new Tokenizer(vocabulary);
        _languages = content.Compile(vocabulary);
        _messages = new SafetyMessages(content);
        _numbers = content.Numbers;
    }

    /// <exception cref="InvalidDataException">A file of <c>dialogs/safety/</c> is faulty; the message names file, key and fault.</exception>
    public static SafetyGate Load(IContentFiles files) => new(SafetyContent.Load(files));

    /// <summary>Looks for the phrases of all languages; <paramref name="locale"/> only decides where one word means two things.</summary>
    public SafetyAssessment Assess(string text, string? locale = null)
    {
        var workspace = Workspace.Rent();
        try
        {
            return Assess(text, LanguageOf(locale), workspace);
        }
        finally
        {
            Workspace.Return(workspace);
        }
    }

    /// <summary>What the coach says: one instruction first, numbers of that locale, under 80 words (evidence C-iii).</summary>
    public string Message(SafetyAssessment assessment, string locale) => _messages.Write(assessment, locale);

    /// <summary>The one question that may come first where all rests on weak cues (evidence C-ii 9); empty otherwise.</summary>
    public string Question(SafetyAssessment assessment, string locale) => _messages.WriteQuestion(assessment, locale);

    /// <summary>Words around the lock, by key: <c>lock.checkIn</c>, <c>lock.held</c>, <c>lock.opened</c>, <c>none.asked</c> (evidence C-v).</summary>
    public string Words(string key, string locale) => _messages.WriteWords(key, locale);

    /// <summary>Countries whose emergency and crisis numbers are older than their review day; empty while all is in order.</summary>
    public IReadOnlyList<string> NumbersDueOn(DateOnly today) => _numbers.DueOn(today);

    private SafetyAssessment Assess(string text, int own, Workspace workspace)
    {
        var buffer = workspace.Buffer(Tokenizer.LongestFolded(text));
        _tokenizer.Read(text, buffer, workspace.Tokens);
        if (workspace.Tokens.Count == 0)
            return SafetyAssessment.None;

        var (primary, isSure) = LanguageGuess.Of(CollectionsMarshal.AsSpan(workspace.Tokens), _languages, own, LanguageOf(Fallback));
        _tokenizer.Mend(buffer, CollectionsMarshal.AsSpan(workspace.Tokens), primary);
        var signs = new List<SafetySign>();
        var settled = _languages[primary].AssessAsPrimary(workspace, signs);
        for (var index = 0; index < _languages.Count; index++)
        {
            if (index != primary)
                _languages[index].Assess(workspace, isSure ? settled : null, signs);
        }

        return SafetyAssessment.Of(signs);
    }

    private int LanguageOf(string? locale)
    {
        for (var index = 0; locale is not null && index < _languages.Count; index++)
        {
            if (locale.StartsWith(_languages[index].Code, StringComparison.OrdinalIgnoreCase))
                return index;
        }

        return locale == Fallback ? 0 : -1;
    }
}
