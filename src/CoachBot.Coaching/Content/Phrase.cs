using System.Text.RegularExpressions;

namespace CoachBot.Coaching.Content;

/// <summary>One entry of a prompts file: a sentence, several that take turns, or a pair that follows a count.</summary>
internal sealed partial record Phrase(IReadOnlyList<string> Variants, bool IsPlural)
{
    public IReadOnlySet<string> Placeholders { get; } =
        Variants.SelectMany(text => Placeholder().Matches(text)).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

    public string Pick(int turn, bool one) => IsPlural ? Variants[one ? 0 : 1] : Variants[turn % Variants.Count];

    public static string Fill(string text, Func<string, string> value) => Placeholder().Replace(text, match => value(match.Groups[1].Value));

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
