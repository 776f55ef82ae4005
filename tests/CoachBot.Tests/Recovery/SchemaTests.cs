using System.Text.Json.Nodes;
using CoachBot.Recovery;
using CsCheck;
using static CoachBot.Tests.Recovery.RecoveryContent;

namespace CoachBot.Tests.Recovery;

/// <summary>The schemas say what the code reads and writes.</summary>
public sealed class SchemaTests
{
    [Fact]
    public void Every_strategy_file_fits_its_schema()
    {
        var schema = Content("strategies/strategy.schema.json");
        foreach (var strategy in Knowledge.Strategies.Keys)
            Fits(schema, Content($"strategies/{strategy}.json"), strategy);
    }

    [Fact]
    public void Sources_conditions_and_plan_words_fit_theirs()
    {
        Fits(Content("strategies/sources.schema.json"), Content("strategies/sources.json"), "sources");
        Fits(Content("strategies/conditions.schema.json"), Content("strategies/conditions.json"), "conditions");
        foreach (var language in Languages.All)
            Fits(Content("plan/plan-words.schema.json"), Content($"plan/{language.Code()}.json"), language.Code());
    }

    [Fact]
    public void Every_plan_fits_the_plan_schema() => AnyCheckIn.Any.Sample(checkIn =>
        Fits(Source("Plans/plan.schema.json"), JsonNode.Parse(PlanJson.Write(Planner.Plan(checkIn)).Span)!, "plan"));

    [Fact]
    public void The_check_in_schema_refuses_what_the_reader_refuses()
    {
        var schema = Source("CheckIns/check-in.schema.json");
        string[] faulty =
        [
            """{"now":"2026-11-22T11:00:00Z","runner":{"bodyMassKg":700}}""", """{"now":"2026-11-22T11:00:00Z","session":{"kind":"jog"}}""",
            """{"now":"2026-11-22T11:00:00Z","sleep":{"quality":"3"}}""", """{}""",
        ];
        Assert.All(faulty, document => Assert.NotNull(Schema.Fault(schema, JsonNode.Parse(document), "")));
        Assert.All(faulty, document => Assert.NotEmpty(ErrorOf(document)));
        foreach (var file in GoldenPlanTests.Inputs())
            Fits(schema, JsonNode.Parse(File.ReadAllText(file))!, file);
    }

    private static void Fits(JsonNode schema, JsonNode document, string what) => Assert.Null(Schema.Fault(schema, document, what));

    private static JsonNode Content(string path)
    {
        using var stream = Files.Open(path);
        return JsonNode.Parse(stream)!;
    }

    private static JsonNode Source(string path) =>
        JsonNode.Parse(File.ReadAllBytes(Path.Combine(GoldenPlanTests.Folder(), "../../../../src/CoachBot.Recovery", path)))!;
}

/// <summary>As much of JSON Schema as our schemas use.</summary>
internal static class Schema
{
    /// <returns>The first fault with its place, or null.</returns>
    public static string? Fault(JsonNode schema, JsonNode? value, string at)
    {
        if (schema["enum"] is JsonArray allowed && !allowed.Any(one => JsonNode.DeepEquals(one, value)))
            return $"{at}: {value?.ToJsonString()} is none of {allowed.ToJsonString()}";
        if (schema["type"] is { } type && !Types(type).Contains(TypeOf(value)) && !(TypeOf(value) == "integer" && Types(type).Contains("number")))
            return $"{at}: is {TypeOf(value)}, not {type.ToJsonString()}";
        if (value is JsonValue && TypeOf(value) is "number" or "integer")
        {
            var number = value!.GetValue<double>();
            if (number < (schema["minimum"]?.GetValue<double>() ?? double.MinValue) || number > (schema["maximum"]?.GetValue<double>() ?? double.MaxValue))
                return $"{at}: {number} is out of range";
        }

        return value switch
        {
            JsonArray items when schema["items"] is { } item => items.Select((one, i) => Fault(item, one, $"{at}[{i}]")).FirstOrDefault(fault => fault is not null),
            JsonObject fields => ObjectFault(schema, fields, at),
            _ => null,
        };
    }

    private static string? ObjectFault(JsonNode schema, JsonObject fields, string at)
    {
        foreach (var name in schema["required"]?.AsArray() ?? [])
        {
            if (!fields.ContainsKey(name!.GetValue<string>()))
                return $"{at}: {name} is missing";
        }

        foreach (var (name, value) in fields)
        {
            var own = schema["properties"]?[name] ?? (schema["additionalProperties"] as JsonObject);
            if (own is null && schema["additionalProperties"] is JsonValue)
                return $"{at}: {name} is unknown";
            if (own is not null && Fault(own, value, $"{at}.{name}") is { } fault)
                return fault;
        }

        return null;
    }

    private static string[] Types(JsonNode type) => type is JsonArray many ? [.. many.Select(one => one!.GetValue<string>())] : [type.GetValue<string>()];

    private static string TypeOf(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject => "object",
        JsonArray => "array",
        _ => value.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.String => "string",
            System.Text.Json.JsonValueKind.Number => value.GetValue<double>() % 1 == 0 ? "integer" : "number",
            _ => "boolean",
        },
    };
}
