using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CoachBot.Coaching.Language;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Coaching.Language;

/// <summary>A line of <c>utterances.LANGUAGE.jsonl</c>: what was typed, and what must be understood.</summary>
internal sealed record LabelledUtterance(string Id, string Locale, DialogStep Step, string Text, JsonObject Expect)
{
    private static readonly Dictionary<string, double> Relative = new() { ["distance_km"] = 0.01, ["duration_min"] = 0.01, ["pace_s_per_km"] = 0.01 };
    private static readonly Dictionary<string, double> Absolute = new() { ["sleep_hours"] = 0.1, ["mass_kg"] = 0.2 };
    private static readonly string[] WordSlots = ["rpe", "soreness", "sleep_quality", "energy", "stress"];

    public static IEnumerable<LabelledUtterance> Read(string language) =>
        File.ReadLines(Repository.PathOf("tests", "CoachBot.Tests", "Coaching", "Language", $"utterances.{language}.jsonl")).Select(Parse);

    /// <summary>One line per slot that is wrong, missing or too much.</summary>
    public IEnumerable<string> Faults(RunnerLanguage language)
    {
        var line = UnderstandingJson.Write(Id, language.Understand(Text, Step, Locale));
        var got = JsonNode.Parse(line)!.AsObject();
        got.Remove("id");
        foreach (var slot in Expect.Select(pair => pair.Key).Union(got.Select(pair => pair.Key)))
        {
            var options = Options(slot);
            var value = got[slot];
            var absent = value is null && options.Exists(option => option is null or JsonArray { Count: 0 });
            if (!absent && !(value is not null && options.Exists(option => option is not null && Matches(slot, value, option))))
                yield return $"{Id} [{Step}] '{Text}' {slot}: wanted {Expect[slot]?.ToJsonString() ?? "nothing"}, got {value?.ToJsonString() ?? "nothing"}";
        }
    }

    private static LabelledUtterance Parse(string line)
    {
        var root = JsonNode.Parse(line)!.AsObject();
        var step = UnderstandingJson.Step(root["dialog_step"]!.GetValue<string>())!.Value;
        return new((string)root["id"]!, (string)root["locale"]!, step, (string)root["text"]!, root["expect"]!.AsObject());
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

    /// <summary>A value that no number of the text gives stands for a word, and a word leaves room for one step.</summary>
    private bool IsWord(string slot, double want) =>
        WordSlots.Contains(slot) && want > 0 && !Regex.Matches(Text, @"\d+(?:[.,]\d+)?")
            .Any(match => double.Parse(match.Value.Replace(',', '.'), System.Globalization.CultureInfo.InvariantCulture) == want);

    /// <summary>Lists are sets.</summary>
    private static string Comparable(JsonNode node) =>
        node is JsonArray list ? string.Join(";", list.Select(item => item!.ToJsonString()).Order(StringComparer.Ordinal)) : node.ToJsonString();
}
