using System.Globalization;

namespace CoachBot.Coaching.Language.Grammar;

/// <summary>One meaning of a phrase, from a key such as "degree:2" or "site:calf".</summary>
internal sealed record Sense(WordClass Class, string Value)
{
    /// <summary>The value as a number; NaN where it is a name.</summary>
    public double Number { get; } =
        double.TryParse(Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

    /// <summary>Classes whose value must be a number, with its least and greatest.</summary>
    private static readonly Dictionary<WordClass, (double Min, double Max)> Numeric = new()
    {
        [WordClass.Number] = (0, 1000),
        [WordClass.Plus] = (0, 1),
        [WordClass.Fraction] = (0, 1),
        [WordClass.Duration] = (1, 240),
        [WordClass.ClockBefore] = (-30, 30),
        [WordClass.ClockAfter] = (-30, 30),
        [WordClass.ClockSign] = (-1, 1),
        [WordClass.NamedTime] = (0, 1439),
        [WordClass.NamedDistance] = (0.1, 200),
        [WordClass.EffortWord] = (0, 10),
        [WordClass.SoreWord] = (0, 10),
        [WordClass.Grade] = (1, 5),
        [WordClass.Level] = (1, 5),
        [WordClass.EnergyWord] = (1, 5),
        [WordClass.StressWord] = (1, 5),
        [WordClass.SleepWord] = (1, 5),
        [WordClass.Degree] = (0, 10),
        [WordClass.DegreeAfter] = (0, 10),
        [WordClass.Count] = (0, 10),
        [WordClass.Day] = (-7, 7),
        [WordClass.Month] = (1, 12),
        [WordClass.Span] = (1, 31),
    };

    /// <summary>Classes whose value must be one of a few names.</summary>
    private static readonly Dictionary<WordClass, HashSet<string>> Named = new()
    {
        [WordClass.DayPart] = ["am", "pm", "morning", "noon", "evening", "night"],
        [WordClass.Unit] = ["km", "mi", "m", "h", "min", "s", "kg", "lb", "st", "bpm", "ms", "c", "f", "other"],
        [WordClass.PacePer] = ["km", "mi", "m"],
        [WordClass.Side] = ["left", "right", "both"],
        [WordClass.Part] = ["front", "back", "inner", "outer"],
        [WordClass.Spread] = ["yes", "no"],
        [WordClass.Weekday] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
        [WordClass.DaySet] = ["weekdays", "weekends", "daily"],
        [WordClass.PutOff] = ["pause", "snooze"],
        [WordClass.System] = ["metric", "imperial"],
        [WordClass.Tongue] = ["en", "es", "fr", "de", "pt"],
        [WordClass.Relative] = ["before", "after"],
        [WordClass.Type] = ["easy", "long", "tempo", "intervals", "race", "hills", "recovery", "strength", "cross", "rest"],
        [WordClass.Site] = Sites,
        [WordClass.Sites] = Sites,
        [WordClass.Key] =
        [
            "effort", "soreness", "sleep", "slept", "quality", "unwoken", "energy", "stress", "rhr", "hr", "hrv", "mass", "wake",
            "distance", "duration", "pace", "temperature", "ignore", "aside", "night",
        ],
    };

    private static HashSet<string> Sites =>
    [
        "foot", "heel", "toe", "ankle", "achilles", "shin", "calf", "knee", "hamstring", "quadriceps", "groin", "hip", "glute",
        "lower_back", "it_band", "other",
    ];

    /// <summary>Reads a key of a grammar file.</summary>
    /// <exception cref="GrammarException">The class or its value is none that the code knows.</exception>
    public static Sense Parse(string key, string file)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? key : key[..colon];
        if (!Enum.TryParse<WordClass>(name, ignoreCase: true, out var wordClass) || int.TryParse(name, out _))
            throw new GrammarException(file, key, $"there is no class '{name}'");

        var sense = new Sense(wordClass, colon < 0 ? "" : key[(colon + 1)..]);
        if (Numeric.TryGetValue(wordClass, out var range) && !(sense.Number >= range.Min && sense.Number <= range.Max))
            throw new GrammarException(file, key, $"the value must be a number from {range.Min} to {range.Max}");

        if (Named.TryGetValue(wordClass, out var names) && !names.Contains(sense.Value))
            throw new GrammarException(file, key, $"the value must be one of {string.Join(", ", names.Order(StringComparer.Ordinal))}");

        return sense;
    }
}
