using CoachBot.Recovery.Safety.Rules;

namespace CoachBot.Recovery.Safety.Content;

/// <summary>What the coach says, and whom to ring: texts by tier and subject, numbers by country.</summary>
internal sealed class SafetyMessages
{
    private const string Fallback = "en";
    private const string General = "general";
    private static readonly string[] Placeholders = ["{emergency}", "{advice}", "{crisis}", "{eatingDisorder}"];

    private readonly Dictionary<string, Dictionary<string, string>> _byLanguage;
    private readonly Dictionary<string, CountryNumbers> _countries;
    private readonly Dictionary<string, string> _subjects;

    public SafetyMessages(SafetyContent content)
    {
        _byLanguage = content.Files.ToDictionary(file => file.Language, file => file.Messages, StringComparer.OrdinalIgnoreCase);
        _countries = new(content.Numbers.Countries, StringComparer.OrdinalIgnoreCase);
        _subjects = content.Rules.DistinctBy(rule => rule.Id).ToDictionary(rule => rule.Id, rule => rule.Message ?? General, StringComparer.Ordinal);
    }

    /// <summary>Empty where nothing was found.</summary>
    public string Write(SafetyAssessment assessment, string locale)
    {
        if (assessment.Signs.Count == 0)
            return "";

        var sign = assessment.Signs[0];
        foreach (var other in assessment.Signs)
        {
            // An emergency of one's own comes before a friend's of the same tier.
            if (other.Tier == assessment.Tier && sign.OtherPerson && !other.OtherPerson)
                sign = other;
        }

        var texts = Texts(locale);
        return Fill(Choose(texts, sign), texts, locale);
    }

    /// <summary>The one question worth asking first; empty where there is none.</summary>
    public string WriteQuestion(SafetyAssessment assessment, string locale)
    {
        var texts = Texts(locale);
        return assessment.Ask ? Fill(First(texts, $"ask.{Subject(assessment.Signs[0])}", "ask.general"), texts, locale) : "";
    }

    public string WriteWords(string key, string locale)
    {
        var texts = Texts(locale);
        return texts.TryGetValue(key, out var text) ? Fill(text, texts, locale) : throw new ArgumentException($"There is no safety text '{key}'.", nameof(key));
    }

    /// <exception cref="InvalidDataException">A text is missing or has an unknown placeholder.</exception>
    public static void Check(string path, Dictionary<string, string> messages, IReadOnlyList<SafetyRule> rules)
    {
        foreach (var (key, text) in messages)
        {
            foreach (var placeholder in text.Split('{').Skip(1).Select(part => "{" + part[..(part.IndexOf('}', StringComparison.Ordinal) + 1)]))
            {
                if (!Placeholders.Contains(placeholder))
                    throw SafetyContent.Fault(path, "messages." + key, $"has the unknown placeholder '{placeholder}'");
            }
        }

        foreach (var number in (string[])["numbers.emergency", "numbers.advice", "numbers.crisis", "numbers.eatingDisorder"])
        {
            if (!messages.ContainsKey(number))
                throw SafetyContent.Fault(path, "messages." + number, "is missing");
        }

        foreach (var tier in Enum.GetValues<SafetyTier>().Where(tier => tier != SafetyTier.None))
        {
            if (!messages.ContainsKey($"{tier}.{General}"))
                throw SafetyContent.Fault(path, $"messages.{tier}.{General}", "is missing");
        }

        foreach (var rule in rules.Where(rule => rule.Message is not null && rule.Tier != SafetyTier.None))
        {
            if (!messages.ContainsKey($"{rule.Tier}.{rule.Message}"))
                throw SafetyContent.Fault(path, $"messages.{rule.Tier}.{rule.Message}", $"is missing, and rule {rule.Id} needs it");
        }
    }

    private string Choose(Dictionary<string, string> texts, SafetySign sign)
    {
        var tier = sign.Tier == SafetyTier.None ? "none" : sign.Tier.ToString();
        return sign.OtherPerson
            ? First(texts, $"{tier}.other", $"{tier}.{General}")
            : First(texts, $"{tier}.{Subject(sign)}", $"{tier}.{General}");
    }

    /// <summary>The rule's subject; for what no rule names ("C6.history"), the last part of the id.</summary>
    private string Subject(SafetySign sign) =>
        _subjects.TryGetValue(sign.Id, out var subject) ? subject : sign.Id[(sign.Id.IndexOf('.', StringComparison.Ordinal) + 1)..];

    private static string First(Dictionary<string, string> texts, string key, string otherwise) =>
        texts.TryGetValue(key, out var text) ? text : texts.GetValueOrDefault(otherwise, "");

    private Dictionary<string, string> Texts(string locale) =>
        _byLanguage.TryGetValue(locale.Split('-', '_')[0], out var texts) ? texts : _byLanguage[Fallback];

    private string Fill(string text, Dictionary<string, string> texts, string locale)
    {
        var country = locale.Split('-', '_') is { Length: > 1 } parts ? _countries.GetValueOrDefault(parts[^1]) : null;
        return text
            .Replace("{emergency}", country?.Emergency ?? texts["numbers.emergency"], StringComparison.Ordinal)
            .Replace("{advice}", country?.Advice ?? texts["numbers.advice"], StringComparison.Ordinal)
            .Replace("{crisis}", country?.Crisis ?? texts["numbers.crisis"], StringComparison.Ordinal)
            .Replace("{eatingDisorder}", country?.EatingDisorder ?? texts["numbers.eatingDisorder"], StringComparison.Ordinal);
    }
}
