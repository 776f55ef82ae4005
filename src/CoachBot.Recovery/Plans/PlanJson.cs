using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CoachBot.Recovery.Safety;

namespace CoachBot.Recovery;

/// <summary>Writes the plan document.</summary>
public static class PlanJson
{
    // Words in five languages stay readable; the document is never put into a page unescaped.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>One line of UTF-8.</returns>
    public static ReadOnlyMemory<byte> Write(RecoveryPlan plan)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Readable))
            Write(json, plan);
        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, RecoveryPlan plan)
    {
        json.WriteStartObject();
        json.WriteString("band", JsonNames.Of(plan.Band));
        json.WriteString("confidence", JsonNames.Of(plan.Confidence));
        if (plan.ChosenBand is { } chosen)
            json.WriteString("chosenBand", JsonNames.Of(chosen));
        WriteFit(json, plan.Fit);
        WriteReasons(json, plan.Reasons);
        WriteSafety(json, plan.Safety);
        json.WriteStartArray("actions");
        foreach (var action in plan.Actions)
            WriteAction(json, action);
        json.WriteEndArray();
        WriteAnswers(json, plan.Answers);
        WriteNextHard(json, plan.NextHard);
        WriteSources(json, plan.Sources);
        json.WriteString("language", plan.Language);
        json.WriteString("text", plan.Text);
        json.WriteEndObject();
    }

    private static void WriteFit(Utf8JsonWriter json, PlanFit? fit)
    {
        if (fit is null)
            return;

        json.WriteStartObject("fit");
        json.WriteNumber("minutes", fit.Minutes);
        json.WriteBoolean("wasCut", fit.WasCut);
        json.WriteString("text", fit.Text);
        json.WriteEndObject();
    }

    private static void WriteReasons(Utf8JsonWriter json, IReadOnlyList<PlanReason> reasons)
    {
        json.WriteStartArray("reasons");
        foreach (var reason in reasons)
        {
            json.WriteStartObject();
            json.WriteString("measure", reason.Measure);
            json.WriteString("level", JsonNames.Of(reason.Level));
            json.WriteString("text", reason.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSafety(Utf8JsonWriter json, PlanSafety safety)
    {
        json.WriteStartObject("safety");
        json.WriteString("tier", TierName(safety.Tier));
        json.WriteStartArray("signs");
        foreach (var sign in safety.Signs)
            json.WriteStringValue(sign.Id);
        json.WriteEndArray();
        json.WriteString("message", safety.Message);
        json.WriteBoolean("locked", safety.Locked);
        json.WriteEndObject();
    }

    private static void WriteAction(Utf8JsonWriter json, PlanAction action)
    {
        json.WriteStartObject();
        json.WriteString("id", action.Id);
        json.WriteString("strategy", JsonNames.Of(action.Strategy));
        json.WriteString("stance", JsonNames.Of(action.Stance));
        json.WriteString("when", JsonNames.Of(action.When));
        json.WriteString("text", action.Text);
        json.WriteString("why", action.Why);
        json.WriteString("evidence", JsonNames.Of(action.Evidence));
        WriteTexts(json, "sources", action.Sources);
        json.WriteString("rule", action.Rule);
        if (action.Dose is { } dose)
            WriteDose(json, dose);
        if (action.DoseBasis is { } basis)
            json.WriteString("doseBasis", JsonNames.Of(basis));
        json.WriteEndObject();
    }

    private static void WriteDose(Utf8JsonWriter json, Dose dose)
    {
        json.WriteStartObject("dose");
        foreach (var (key, range) in dose.Amounts)
        {
            json.WriteStartObject(JsonNames.Of(key));
            if (range.Min is { } min)
                json.WriteNumber("min", min);
            if (range.Max is { } max)
                json.WriteNumber("max", max);
            json.WriteEndObject();
        }

        if (dose.By is { } by)
            json.WriteString("by", Clock(by));
        if (dose.Between is { } between)
        {
            json.WriteStartArray("between");
            json.WriteStringValue(Clock(between.From));
            json.WriteStringValue(Clock(between.To));
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteAnswers(Utf8JsonWriter json, IReadOnlyList<PlanAnswer> answers)
    {
        json.WriteStartArray("answers");
        foreach (var answer in answers)
        {
            json.WriteStartObject();
            json.WriteString("id", answer.Id);
            json.WriteString("about", answer.About);
            json.WriteString("text", answer.Text);
            WriteTexts(json, "sources", answer.Sources);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNextHard(Utf8JsonWriter json, NextHard? next)
    {
        if (next is null)
        {
            json.WriteNull("nextHard");
            return;
        }

        json.WriteStartObject("nextHard");
        json.WriteString("earliest", CheckInJson.Show(next.Earliest));
        json.WriteNumber("hours", next.Hours);
        WriteTexts(json, "conditions", next.Conditions);
        json.WriteEndObject();
    }

    private static void WriteSources(Utf8JsonWriter json, IReadOnlyList<PlanSource> sources)
    {
        json.WriteStartArray("sources");
        foreach (var source in sources)
        {
            json.WriteStartObject();
            json.WriteString("id", source.Id);
            json.WriteString("citation", source.Citation);
            json.WriteString("doi", source.Doi);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary>"none", "T0" … "T4".</summary>
    private static string TierName(SafetyTier tier) => tier == SafetyTier.None ? "none" : tier.ToString();

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
