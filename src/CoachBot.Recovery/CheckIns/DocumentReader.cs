using System.Globalization;
using System.Text.Json;

namespace CoachBot.Recovery;

/// <summary>
/// Reads one object of a check-in document field by field. The first fault is kept in <see cref="Fault"/>, everything after
/// it reads as null; a field that is missing or null reads as null, unknown fields are never looked at.
/// </summary>
internal sealed class DocumentReader(JsonElement element, string path, DocumentReader.FirstFault fault)
{
    /// <summary>Shared by the readers of one document.</summary>
    public sealed class FirstFault
    {
        public string? Text { get; private set; }

        public void Say(string text) => Text ??= text;
    }

    public FirstFault Fault => fault;

    public string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";

    public double? Number(string name, double min, double max)
    {
        if (Find(name) is not { } value)
            return null;

        if (value.ValueKind == JsonValueKind.Number && value.GetDouble() is var number && number >= min && number <= max)
            return number;

        return Wrong<double>(name, value, $"must be a number from {Show(min)} to {Show(max)}");
    }

    public int? Whole(string name, int min, int max)
    {
        if (Find(name) is not { } value)
            return null;

        if (value.ValueKind == JsonValueKind.Number && value.GetDouble() is var number && number >= min && number <= max && number == Math.Floor(number))
            return (int)number;

        return Wrong<int>(name, value, $"must be a whole number from {min} to {max}");
    }

    public bool? Flag(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { } value => Wrong<bool>(name, value, "must be true or false"),
    };

    public string? Text(string name)
    {
        if (Find(name) is not { } value)
            return null;

        if (TextOf(value) is { } text)
            return text;

        Wrong<int>(name, value, "must be text");
        return null;
    }

    public DateTimeOffset? Time(string name)
    {
        if (Find(name) is not { } value)
            return null;

        // RFC 3339 asks for an offset; without one the moment would have to be guessed.
        if (TextOf(value) is { Length: > 10 } text
            && (text.EndsWith('Z') || text.AsSpan(10).ContainsAny('+', '-')) && value.TryGetDateTimeOffset(out var time))
            return time;

        return Wrong<DateTimeOffset>(name, value, "must be a time with its offset, such as 2026-11-22T11:00:00+00:00");
    }

    public TimeOnly? ClockTime(string name)
    {
        if (Find(name) is not { } value)
            return null;

        if (TextOf(value) is { } text
            && TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;

        return Wrong<TimeOnly>(name, value, "must be a time of day from 00:00 to 23:59");
    }

    public T? Word<T>(string name) where T : struct, Enum
    {
        if (Find(name) is not { } value)
            return null;

        if (TextOf(value) is { } text && JsonNames.TryParse<T>(text, out var word))
            return word;

        return Wrong<T>(name, value, $"must be one of {JsonNames.All<T>()}");
    }

    public DocumentReader? Object(string name)
    {
        if (Find(name) is not { } value)
            return null;

        if (value.ValueKind == JsonValueKind.Object)
            return new DocumentReader(value, PathOf(name), fault);

        Wrong<int>(name, value, "must be an object");
        return null;
    }

    public IReadOnlyList<string>? Texts(string name) =>
        List(name, "a list of texts", (item, at) => TextOf(item) ?? Bad(item, at, "must be text"));

    public IReadOnlyList<double>? Numbers(string name, double min, double max)
    {
        var found = List(name, "a list of numbers", (item, at) =>
            item.ValueKind == JsonValueKind.Number && item.GetDouble() is var number && number >= min && number <= max
                ? (object)number
                : Bad(item, at, $"must be a number from {Show(min)} to {Show(max)}"));
        return found is null ? null : [.. found.Cast<double>()];
    }

    public IReadOnlyList<DocumentReader>? Objects(string name) => List(name, "a list of objects", (item, at) =>
    {
        if (item.ValueKind == JsonValueKind.Object)
            return new DocumentReader(item, at, fault);

        Bad(item, at, "must be an object");
        return null;
    });

    public IReadOnlyList<T>? Words<T>(string name) where T : struct, Enum
    {
        var found = List(name, "a list of words", (item, at) =>
            TextOf(item) is { } text && JsonNames.TryParse<T>(text, out var word)
                ? (object)word
                : Bad(item, at, $"must be one of {JsonNames.All<T>()}"));
        return found is null ? null : [.. found.Cast<T>()];
    }

    private List<T>? List<T>(string name, string what, Func<JsonElement, string, T?> read) where T : class
    {
        if (Find(name) is not { } value)
            return null;

        if (value.ValueKind != JsonValueKind.Array)
        {
            Wrong<int>(name, value, $"must be {what}");
            return null;
        }

        var items = new List<T>(value.GetArrayLength());
        foreach (var item in value.EnumerateArray())
        {
            if (read(item, $"{PathOf(name)}[{items.Count}]") is not { } read1)
                return null;
            items.Add(read1);
        }

        return items;
    }

    /// <summary>Null for what is no text, half a surrogate pair included.</summary>
    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private JsonElement? Find(string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private T? Wrong<T>(string name, JsonElement value, string rule) where T : struct
    {
        Bad(value, PathOf(name), rule);
        return null;
    }

    private string? Bad(JsonElement value, string at, string rule)
    {
        var shown = value.GetRawText();
        fault.Say($"{at} is {(shown.Length > 60 ? shown[..60] + "…" : shown)}; it {rule}.");
        return null;
    }

    private static string Show(double value) => value.ToString(CultureInfo.InvariantCulture);
}
