using System.Globalization;
using CoachBot.Recovery;

namespace CoachBot.Coaching.Content;

/// <summary>The phrasebook in one runner's language, culture and units, at one turn of the conversation.</summary>
public sealed record Voice(Phrasebook Phrases, string Language, CultureInfo Culture, Units Units, int Turn)
{
    /// <exception cref="ArgumentException">There is no such key, or a placeholder got no value.</exception>
    public string Say(string key, params ReadOnlySpan<(string Name, object Value)> values) =>
        Phrases.Say(Language, key, Turn, values.ToArray(), Show);

    /// <summary>The list of words under a key.</summary>
    public IReadOnlyList<string> Words(string key) => Phrases.All(Language, key);

    public string Number(double value) => value.ToString("0.##", Culture);

    private string Show(object value) => value switch
    {
        double number => Number(number),
        IFormattable other => other.ToString(null, Culture),
        _ => value.ToString() ?? "",
    };
}
