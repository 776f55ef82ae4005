namespace CoachBot.Coaching.Language.Slots;

/// <summary>What cannot be is not given but asked about again.</summary>
internal static class Plausibility
{
    public static void Check(Draft draft)
    {
        var r = draft.Result;

        // A day on the feet is believed of a hundred kilometres and more only.
        var longestMin = r.DistanceKm is { Value: >= 100 } ? 48 * 60 : 30 * 60;
        r = r with
        {
            DistanceKm = Keep(draft, r.DistanceKm, "distance_km", 0.05, 299.9),
            DurationMin = Keep(draft, r.DurationMin, "duration_min", 0.2, longestMin),
            PaceSPerKm = Keep(draft, r.PaceSPerKm, "pace_s_per_km", 120, 1200),
            SleepHours = Keep(draft, r.SleepHours, "sleep_hours", 0, 20),
            RhrBpm = Keep(draft, r.RhrBpm, "rhr_bpm", 25, 150),
            HrvMs = Keep(draft, r.HrvMs, "hrv_ms", 2, 300),
            MassKg = Keep(draft, r.MassKg, "mass_kg", 25, 300),
            Awakenings = Keep(draft, r.Awakenings, "awakenings", 0, 30),
        };
        draft.Result = r with { Doubt = draft.FirstDoubt };
    }

    private static Slot<double>? Keep(Draft draft, Slot<double>? slot, string name, double min, double max) =>
        slot is null || Believed(draft, slot.Value, slot.Start, slot.Length, name, min, max) ? slot : null;

    private static Slot<int>? Keep(Draft draft, Slot<int>? slot, string name, double min, double max) =>
        slot is null || Believed(draft, slot.Value, slot.Start, slot.Length, name, min, max) ? slot : null;

    private static bool Believed(Draft draft, double value, int start, int length, string name, double min, double max)
    {
        if (value >= min && value <= max)
            return true;

        draft.Doubt(new Doubt(name, value, min, max, start, length));
        return false;
    }
}
