using System.Globalization;

namespace CoachBot.BotBuilder.Dialogs.Recognizers;

/// <summary>A number, a quantity or a time found in a text.</summary>
/// <param name="Kind">
/// "number", "ordinal", "currency", "age", "temperature", "dimension", or for times "date", "time", "datetime", "duration",
/// "daterange" and so on.
/// </param>
/// <param name="Text">The words as typed.</param>
/// <param name="Start">The first character.</param>
/// <param name="End">The last character; it counts in.</param>
/// <param name="Values">
/// What it may mean, best first; times have several ("4 o'clock" is 04:00 or 16:00). Keys: "value", "unit", "subtype",
/// "timex", "type", "start", "end". Numbers are invariant: a point before the decimals, no grouping.
/// </param>
public sealed record RecognizedText(
    string Kind, string Text, int Start, int End, IReadOnlyList<IReadOnlyDictionary<string, string>> Values)
{
    public int Length => End - Start + 1;

    /// <summary>Null for a unit without a number ("dollars") and for times.</summary>
    public double? Number =>
        double.TryParse(Value("value"), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    public string? Unit => Value("unit");

    /// <summary>One entry of the first meaning.</summary>
    public string? Value(string key) => Values.Count > 0 && Values[0].TryGetValue(key, out var value) ? value : null;

    /// <summary>The place, from 1, that an ordinal or a whole number names in a list; "the last one" counts from the end.</summary>
    internal int? Place(int count)
    {
        var value = Value("value") ?? "";
        var fromEnd = value.StartsWith("end", StringComparison.Ordinal);
        var digits = fromEnd ? value[3..].Replace(" ", "", StringComparison.Ordinal) : value;
        if (fromEnd && digits.Length == 0)
        {
            return count;
        }

        return int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var place)
            ? place + (fromEnd ? count : 0)
            : null;
    }
}
