using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CoachBot.Coaching.Language;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Coaching.Language;

/// <summary>How one slot of a line came out. Wrong: another value than was said; Extra: nothing of it was said.</summary>
internal enum SlotOutcome
{
    Right, Wrong, Extra, Missed,
}

internal sealed record SlotFinding(string Slot, SlotOutcome Outcome, string? Wanted, string? Got);

/// <summary>A line of a labelled file: what was typed, and what must be understood.</summary>
/// <param name="Words">Slots whose value stands for a word, which leaves room for one step; null: guessed from the text.</param>
internal sealed record LabelledUtterance(string Id, string Locale, DialogStep Step, string Text, JsonObject Expect, HashSet<string>? Words)
{
    private const string WordTag = "word:";
    private static readonly Dictionary<string, double> Relative = new() { ["distance_km"] = 0.01, ["duration_min"] = 0.01, ["pace_s_per_km"] = 0.01 };
    private static readonly Dictionary<string, double> Absolute = new() { ["sleep_hours"] = 0.1, ["mass_kg"] = 0.2 };
    private static readonly string[] WordSlots = ["rpe", "soreness", "sleep_quality", "energy", "stress"];

    /// <summary>The rows that were looked at while the grammars were written ("utterances"), or those that were not ("unseen").</summary>
    public static IEnumerable<LabelledUtterance> Read(string set, string language) => ReadFile(PathOf(set, language));

    public static string PathOf(string set, string language) =>
        Repository.PathOf("tests", "CoachBot.Tests", "Coaching", "Language", $"{set}.{language}.jsonl");

    public static IEnumerable<LabelledUtterance> ReadFile(string path) =>
        File.ReadLines(path).Where(line => line.Length > 0).Select(Parse);

    /// <summary>Every slot that was expected or given.</summary>
    public IEnumerable<SlotFinding> Compare(Understanding told)
    {
        var got = JsonNode.Parse(UnderstandingJson.Write(Id, told))!.AsObject();
        got.Remove("id");
        foreach (var slot in Expect.Select(pair => pair.Key).Union(got.Select(pair => pair.Key)).ToList())
        {
            if (Outcome(slot, got[slot]) is { } outcome)
                yield return new SlotFinding(slot, outcome, Expect[slot]?.ToJsonString(), got[slot]?.ToJsonString());
        }
    }

    /// <summary>One line per slot that is wrong, missing or too much.</summary>
    public IEnumerable<string> Faults(RunnerLanguage language) =>
        Compare(language.Understand(Text, Step, Locale)).Where(found => found.Outcome != SlotOutcome.Right)
            .Select(found => $"{Id} [{Step}] '{Text}' {found.Slot}: wanted {found.Wanted ?? "nothing"}, got {found.Got ?? "nothing"}");

    /// <summary>Null where a slot that may be left out was.</summary>
    private SlotOutcome? Outcome(string slot, JsonNode? got)
    {
        var options = Options(slot);
        if (got is not null && options.Exists(option => option is not null && Matches(slot, got, option)))
            return SlotOutcome.Right;

        var optional = options.Exists(option => option is null or JsonArray { Count: 0 });
        if (got is null)
            return optional ? null : SlotOutcome.Missed;

        return Expect.ContainsKey(slot) ? SlotOutcome.Wrong : SlotOutcome.Extra;
    }

    private static LabelledUtterance Parse(string line)
    {
        var root = JsonNode.Parse(line)!.AsObject();
        var step = UnderstandingJson.Step(root["dialog_step"]!.GetValue<string>())!.Value;
        var words = root["tags"]?.AsArray().Select(tag => tag!.GetValue<string>()).Where(tag => tag.StartsWith(WordTag, StringComparison.Ordinal)).Select(tag => tag[WordTag.Length..]);
        return new((string)root["id"]!, (string)root["locale"]!, step, (string)root["text"]!, root["expect"]!.AsObject(), words?.ToHashSet());
    }

    private List<JsonNode?> Options(string slot) =>
        !Expect.ContainsKey(slot) ? [null] : Expect[slot] is JsonObject any && any.ContainsKey("any") ? [.. any["any"]!.AsArray()] : [Expect[slot]];

    private bool Matches(string slot, JsonNode got, JsonNode wanted)
    {
        if (wanted.GetValueKind() != JsonValueKind.Number)
            return Comparable(got) == Comparable(wanted);

        var want = wanted.GetValue<double>();
        var tolerance = Relative.GetValueOrDefault(slot) * Math.Abs(want) + Absolute.GetValueOrDefault(slot) + (IsWord(slot, want) ? 1 : 0);
        return got.GetValueKind() == JsonValueKind.Number && Math.Abs(got.GetValue<double>() - want) <= tolerance + 1e-9;
    }

    /// <summary>Where a line does not say, a value that no number of the text gives stands for a word.</summary>
    private bool IsWord(string slot, double want) => Words is not null
        ? Words.Contains(slot)
        : WordSlots.Contains(slot) && want > 0 && !Regex.Matches(Text, @"\d+(?:[.,]\d+)?").Any(match => double.Parse(match.Value.Replace(',', '.'), CultureInfo.InvariantCulture) == want);

    /// <summary>Lists are sets.</summary>
    private static string Comparable(JsonNode node) =>
        node is JsonArray list ? string.Join(";", list.Select(item => item!.ToJsonString()).Order(StringComparer.Ordinal)) : node.ToJsonString();
}
