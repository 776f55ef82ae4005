using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoachBot.Recovery;

// The content files as they lie on disk; dialogs/strategies/*.schema.json describe the same shapes for editors.

internal sealed record StrategyJson(
    string Id,
    string Strategy,
    string Evidence,
    string Rule,
    string[] Sources,
    bool Modality = false,
    string[]? Kit = null,
    EffectJson[]? Effects = null,
    Dictionary<string, DoseJson>? Doses = null,
    CautionJson[]? Cautions = null,
    PhasesJson? Phases = null,
    Dictionary<string, ActionJson>? Actions = null,
    AnswerJson[]? Answers = null,
    Dictionary<string, Dictionary<string, string>>? Words = null,
    [property: JsonPropertyName("$schema")] string? Schema = null);

/// <param name="Measure">SMD, g, d, percent, minutes …</param>
internal sealed record EffectJson(string Outcome, string Measure, double Value, string Source, double? Low = null, double? High = null, string? Note = null);

/// <param name="Basis">source: seen in the sources; rule: our own [policy]; practice: from memory, never beside a citation.</param>
internal sealed record DoseJson(string Basis, Dictionary<string, AmountJson> Amounts, string[]? Sources = null);

/// <param name="Per">Nothing, "kg" of body mass, or "kgLost" during the session.</param>
internal sealed record AmountJson(double? Min = null, double? Max = null, string? Per = null, double? Cap = null);

/// <param name="Level">never, ask (not before somebody qualified agrees) or general (no amounts).</param>
internal sealed record CautionJson(string Level, string[] Conditions);

internal sealed record PhasesJson(string[]? Emphasise = null, string[]? Withhold = null);

internal sealed record ActionJson(
    string Stance,
    string When,
    string[] Sources,
    string? Evidence = null,
    string? Rule = null,
    string[]? Doses = null,
    double? LastsH = null,
    int Rank = 50);

/// <param name="Topics">By language: alternatives, each a list of word beginnings that must all occur in one sentence.</param>
internal sealed record AnswerJson(
    string Id,
    string About,
    string[] Sources,
    Dictionary<string, string[]> Topics,
    bool Statement = false,
    bool General = false,
    int? Claim = null);

internal sealed record SourceJson(
    string Id,
    string Short,
    string Citation,
    string? Authors = null,
    int? Year = null,
    string? Journal = null,
    string? Doi = null,
    string? Checked = null,
    string? Note = null);

internal sealed record SourcesJson(SourceJson[] Sources, [property: JsonPropertyName("$schema")] string? Schema = null);

internal sealed record ConditionJson(string Id, string[] Spellings, Dictionary<string, string> Name);

internal sealed record ConditionsJson(ConditionJson[] Conditions, ConditionJson[] Medicines, [property: JsonPropertyName("$schema")] string? Schema = null);

internal sealed record PlanWordsJson(
    Dictionary<string, string> Sentences, string[] Days, string[] Months, string[] Questions, string[] Openers, Dictionary<string, string[]> Cues,
    [property: JsonPropertyName("$schema")] string? Schema = null);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Disallow)]
[JsonSerializable(typeof(StrategyJson))]
[JsonSerializable(typeof(SourcesJson))]
[JsonSerializable(typeof(ConditionsJson))]
[JsonSerializable(typeof(PlanWordsJson))]
internal sealed partial class ContentJson : JsonSerializerContext;
