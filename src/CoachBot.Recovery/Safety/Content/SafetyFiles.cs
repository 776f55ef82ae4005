using System.Text.Json;
using System.Text.Json.Serialization;
using CoachBot.Recovery.Safety.Rules;

namespace CoachBot.Recovery.Safety.Content;

/// <summary>One <c>dialogs/safety/&lt;language&gt;.json</c>.</summary>
internal sealed record SafetyLanguageFile
{
    public required string Language { get; init; }

    /// <summary>"six" is 6.</summary>
    public required Dictionary<string, double> Numbers { get; init; }

    /// <summary>The lists of <see cref="MarkerLists"/>, by name.</summary>
    public required Dictionary<string, string[]> Markers { get; init; }

    /// <summary>The concepts that the rules name, and building blocks for them.</summary>
    public required Dictionary<string, string[]> Lists { get; init; }

    /// <summary>The commonest words, by which a text is known to be in this language.</summary>
    public required string[] Common { get; init; }

    /// <summary>Common endings, the empty one among them, with which word beginnings are mended.</summary>
    public required string[] Endings { get; init; }

    /// <summary>Where a compound falls apart, such as German "schmerzen".</summary>
    public string[] CompoundEnds { get; set; } = [];

    /// <summary>Ordinary words that look like a misspelt danger word.</summary>
    public required string[] Plain { get; init; }

    public required Dictionary<string, string> Messages { get; init; }
}

/// <summary><c>dialogs/safety/rules.json</c>.</summary>
internal sealed record SafetyRulesFile
{
    public required IReadOnlyList<SafetyRule> Rules { get; init; }
}

/// <summary><c>dialogs/safety/numbers.json</c>: who answers where, as data with an owner and a date.</summary>
internal sealed record SafetyNumbersFile
{
    public required string Owner { get; init; }

    public required DateOnly CheckedOn { get; init; }

    /// <summary>After this day somebody has to confirm the table again.</summary>
    public required DateOnly RecheckBy { get; init; }

    /// <summary>By two-letter country code.</summary>
    public required Dictionary<string, CountryNumbers> Countries { get; init; }

    /// <summary>Countries whose numbers somebody has to look at: all of them once the table's day has passed, and those confirmed over a year ago.</summary>
    public IReadOnlyList<string> DueOn(DateOnly today) =>
        [.. Countries.Where(pair => today > RecheckBy || today > pair.Value.ConfirmedOn?.AddYears(1)).Select(pair => pair.Key).Order(StringComparer.Ordinal)];
}

/// <summary>The numbers of one country; where one is missing, the sentence of the language's file stands in.</summary>
internal sealed record CountryNumbers
{
    public required string Emergency { get; init; }

    /// <summary>Urgent advice by telephone, not an ambulance.</summary>
    public string? Advice { get; set; }

    public string? Crisis { get; set; }

    public string? EatingDisorder { get; set; }

    /// <summary>The day it was read on the service's own page; null while it is from memory.</summary>
    public DateOnly? ConfirmedOn { get; set; }

    /// <summary>Where it was read.</summary>
    public string? Source { get; set; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    ReadCommentHandling = JsonCommentHandling.Skip)]
[JsonSerializable(typeof(SafetyLanguageFile))]
[JsonSerializable(typeof(SafetyRulesFile))]
[JsonSerializable(typeof(SafetyNumbersFile))]
internal sealed partial class SafetyJson : JsonSerializerContext;
