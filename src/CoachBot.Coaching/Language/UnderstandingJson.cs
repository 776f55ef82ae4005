using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CoachBot.Coaching.Language;

/// <summary>An understanding as one line of JSON, with the slot names and units that <c>understand</c> promises.</summary>
public static class UnderstandingJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string StepNames { get; } = string.Join(", ", Enum.GetNames<DialogStep>().Select(Snake));

    /// <summary>The step of a name such as <c>sleep_quality</c>; null where there is none.</summary>
    public static DialogStep? Step(string name)
    {
        foreach (var step in Enum.GetValues<DialogStep>())
        {
            if (Snake(step.ToString()) == name)
                return step;
        }

        return null;
    }

    public static string Write(string id, Understanding told)
    {
        ArgumentNullException.ThrowIfNull(told);
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("intent", Snake(told.Intent.ToString()));
            WriteRun(json, told);
            WriteDay(json, told);
            WriteReminder(json, told);
            if (told.Ask is { } ask)
                json.WriteString("ask", ask);

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteRun(Utf8JsonWriter json, Understanding told)
    {
        if (told.RunType is { } type)
            json.WriteString("run_type", Snake(type.Value.ToString()));

        Number(json, "distance_km", told.DistanceKm);
        Number(json, "duration_min", told.DurationMin);
        Number(json, "pace_s_per_km", told.PaceSPerKm);
        Number(json, "rpe", told.Rpe);
        Number(json, "soreness", told.Soreness);
        if (told.SoreSites.Count == 0)
            return;

        json.WriteStartArray("sore_sites");
        foreach (var site in told.SoreSites)
        {
            json.WriteStartObject();
            json.WriteString("site", Snake(site.Value.Site.ToString()));
            json.WriteString("side", Snake(site.Value.Side.ToString()));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDay(Utf8JsonWriter json, Understanding told)
    {
        Number(json, "sleep_hours", told.SleepHours);
        Whole(json, "sleep_quality", told.SleepQuality);
        Whole(json, "awakenings", told.Awakenings);
        Whole(json, "energy", told.Energy);
        Whole(json, "stress", told.Stress);
        Whole(json, "rhr_bpm", told.RhrBpm);
        Number(json, "hrv_ms", told.HrvMs);
        Number(json, "mass_kg", told.MassKg);
        Whole(json, "when_days", told.WhenDays);
        if (told.Weekday is { } day)
            json.WriteString("weekday", Day(day.Value));
    }

    private static void WriteReminder(Utf8JsonWriter json, Understanding told)
    {
        if (told.PromptTime is { } time)
            json.WriteString("prompt_time", time.Value.ToString("HH:mm", CultureInfo.InvariantCulture));

        if (told.PromptDays is not { } days)
            return;

        json.WriteStartArray("prompt_days");
        foreach (var day in days.Value)
            json.WriteStringValue(Day(day));

        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, Slot<double>? slot)
    {
        if (slot is not null)
            json.WriteNumber(name, Math.Round(slot.Value, 3));
    }

    private static void Whole(Utf8JsonWriter json, string name, Slot<int>? slot)
    {
        if (slot is not null)
            json.WriteNumber(name, slot.Value);
    }

    private static string Day(DayOfWeek day) => day.ToString()[..3].ToLowerInvariant();

    private static string Snake(string name)
    {
        var snake = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && snake.Length > 0)
                snake.Append('_');

            snake.Append(char.ToLowerInvariant(letter));
        }

        return snake.ToString();
    }
}
