namespace CoachBot.Coaching.Language.Grammar;

/// <summary>What a phrase of a grammar file can be. The key "class:value" of the file names one of these.</summary>
internal enum WordClass
{
    /// <summary>A number word; the value is the number.</summary>
    Number,

    /// <summary>"a", "una": one before a unit, nothing elsewhere.</summary>
    Article,

    /// <summary>"point", "coma": a spoken decimal mark.</summary>
    Point,

    /// <summary>Joins the parts of a number, a duration or a range: "and", "y", "und".</summary>
    Joiner,

    /// <summary>Adds a fraction to what stands before it: "and a half" 0.5, "y cuarto" 0.25.</summary>
    Plus,

    /// <summary>A fraction of the unit that follows: "half" 0.5, "three quarters of" 0.75.</summary>
    Fraction,

    /// <summary>Minutes by one phrase: "trois quarts d'heure" 45.</summary>
    Duration,

    /// <summary>Minutes added to the hour that follows: "half past" 30, "quarter to" -15, "halb" -30.</summary>
    ClockBefore,

    /// <summary>Minutes added to the hour before: "menos cuarto" -15.</summary>
    ClockAfter,

    /// <summary>Between minutes and the hour that follows: "past" 1, "to" -1.</summary>
    ClockSign,

    /// <summary>Between an hour and the minutes that it lacks: "menos", "moins".</summary>
    ClockLess,

    /// <summary>"o'clock", "Uhr".</summary>
    OClock,

    /// <summary>am, pm, morning, noon, evening, night.</summary>
    DayPart,

    /// <summary>A time of day by name, as minutes after midnight: "midnight" 0.</summary>
    NamedTime,

    /// <summary>km, mi, m, h, min, s, kg, lb, st, bpm, ms, c, f, or other for what is no slot (days, years, calories).</summary>
    Unit,

    /// <summary>Kilometres of a race by name.</summary>
    NamedDistance,

    /// <summary>Makes a time a pace: "per km" (km), "min/mile" (mi).</summary>
    PacePer,

    /// <summary>"x", "times": repeats follow.</summary>
    Repeat,

    /// <summary>The duration beside it is a rest between repeats: "off", "recovery".</summary>
    Pause,

    /// <summary>"at", "@".</summary>
    At,

    /// <summary>"in", before the duration of a distance.</summary>
    In,

    /// <summary>"about", "ish": the number stands as it is.</summary>
    Approx,

    /// <summary>Between the ends of a range: "to", "or".</summary>
    To,

    Between,

    /// <summary>"from", "since", before the beginning of a night.</summary>
    From,

    /// <summary>"out of", between a mark and its scale.</summary>
    OutOf,

    /// <summary>effort, soreness, sleep, quality, energy, stress, rhr, hr, hrv, mass, wake, distance, duration, pace, temperature, ignore.</summary>
    Key,

    /// <summary>Effort by a word, 0–10.</summary>
    EffortWord,

    /// <summary>Soreness by a word, 0–10.</summary>
    SoreWord,

    /// <summary>Good or bad, 1–5 good: means sleep, energy or stress by what stands near.</summary>
    Grade,

    /// <summary>Low or high, 1–5 high: means effort, soreness, energy or stress by what stands near.</summary>
    Level,

    EnergyWord,

    StressWord,

    SleepWord,

    /// <summary>How sore, 0–10, of the complaint beside it: "a bit" 2, "very" 7.</summary>
    Degree,

    /// <summary>A degree said after its complaint: "as hell" 8.</summary>
    DegreeAfter,

    /// <summary>"sore", "tight".</summary>
    Complaint,

    /// <summary>One of a pair, or a part without a side.</summary>
    Site,

    /// <summary>The plural of a paired part: both sides.</summary>
    Sites,

    /// <summary>"legs", "everything": no site, but what is sore.</summary>
    Body,

    /// <summary>front, back, inner or outer, of the part that is named with it.</summary>
    Part,

    Side,

    /// <summary>all over (yes) or one spot (no).</summary>
    Spread,

    /// <summary>"not", "without".</summary>
    Not,

    /// <summary>"none", "nothing".</summary>
    None,

    /// <summary>A contrast after which the telling starts anew: "but".</summary>
    But,

    Type,

    /// <summary>"ran", "did": what follows was done.</summary>
    Did,

    /// <summary>"went to bed".</summary>
    Bed,

    /// <summary>"got up".</summary>
    Up,

    /// <summary>How often: "twice" 2.</summary>
    Count,

    /// <summary>"times", after a count.</summary>
    Times,

    /// <summary>Offset in days.</summary>
    Day,

    Weekday,

    /// <summary>weekdays, weekends, daily.</summary>
    DaySet,

    Except,

    /// <summary>The month of a date, 1–12.</summary>
    Month,

    /// <summary>Before the end of a pause: "until", "hasta".</summary>
    Until,

    /// <summary>A length of time by name, in days: "week" 7.</summary>
    Span,

    /// <summary>pause or snooze: the daily question is put off, not ended.</summary>
    PutOff,

    /// <summary>"before" / "after", of body mass.</summary>
    Relative,

    /// <summary>metric or imperial: units by name.</summary>
    System,

    /// <summary>A language by name: en, es, fr, de, pt.</summary>
    Tongue,

    /// <summary>Words without a bearing between a key and its value.</summary>
    Filler,

    /// <summary>Whole phrases to be overlooked, numbers in them included: "c25k", "week 5".</summary>
    Noise,

    /// <summary>The number beside it counts or names something else: "mates", "laps", "bib".</summary>
    Counted,

    /// <summary>A number of the past or of a wish, no fact of today: "pb", "goal".</summary>
    Record,

    /// <summary>Opens a question.</summary>
    Ask,

    /// <summary>Opens a question where it is the first word of all: "is", "does".</summary>
    AskFirst,

    /// <summary>Says that an earlier answer was wrong: "meant", "should be".</summary>
    Correction,
}
