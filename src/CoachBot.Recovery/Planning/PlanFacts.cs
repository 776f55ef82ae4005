namespace CoachBot.Recovery;

/// <summary>What strategies ask about a check-in, worked out once.</summary>
internal sealed class PlanFacts
{
    private readonly string _kit;
    private readonly string _tried;
    private readonly HashSet<StrategyEntry> _asked;

    public PlanFacts(CheckIn checkIn, RunnerCautions cautions, IReadOnlyList<AnswerEntry> asked)
    {
        CheckIn = checkIn;
        Language = Languages.Of(checkIn.Locale);
        Cautions = cautions;
        Asked = asked;
        _asked = [.. asked.Select(answer => answer.Owner)];
        _kit = Words(checkIn.Runner.Equipment);
        _tried = Words(checkIn.Runner.TriedBefore);
        Foods = FoodsOf(checkIn.Runner.Diet, cautions);
        Situation = Situation.Of(checkIn.Session, checkIn.Training);
        if (Situation.Kind != SituationKind.Rest)
            SessionEnd = EndOf(checkIn.Session!, checkIn.Now);
    }

    public CheckIn CheckIn { get; }

    /// <summary>What the notes ask.</summary>
    public IReadOnlyList<AnswerEntry> Asked { get; }

    /// <summary>Set once, as soon as it is known.</summary>
    public Readiness Readiness { get; set; } = new(Band.Go, Confidence.Learning, []);

    public Language Language { get; }

    public RunnerCautions Cautions { get; }

    public Situation Situation { get; }

    /// <summary>Null on a day without a session.</summary>
    public DateTimeOffset? SessionEnd { get; }

    public double? HoursSinceSession => SessionEnd is { } end ? Math.Max(0, (CheckIn.Now - end).TotalHours) : null;

    /// <summary>Days of the runner's calendar since the session; 0 is the same day.</summary>
    public int DaysSinceSession => SessionEnd is { } end ? (CheckIn.Local(CheckIn.Now).Date - CheckIn.Local(end).Date).Days : 0;

    public TrainingPhase? Phase => CheckIn.Training.Phase;

    /// <summary>Adaptation comes first in these (evidence A9).</summary>
    public bool BuildsAdaptation => Phase is TrainingPhase.Base or TrainingPhase.Build;

    public NextSession? Next => CheckIn.Training.Next;

    /// <summary>The runner said so, or did not say and the kind is one that asks for fresh legs.</summary>
    public bool NextIsDemanding => Next is { } next && (next.Demanding ?? next.Kind is
        SessionKind.Long or SessionKind.Tempo or SessionKind.Intervals or SessionKind.Race or SessionKind.Hills or SessionKind.Downhill);

    public double? HoursToNext => Next is { } next ? (next.At - CheckIn.Now).TotalHours : null;

    /// <summary>From the end of the session to the next demanding one.</summary>
    public double? TurnaroundH => SessionEnd is { } end && NextIsDemanding ? (Next!.At - end).TotalHours : null;

    /// <summary>Less than eight hours to the next demanding session: performance first (evidence A2.1).</summary>
    public bool IsDoubleDay => TurnaroundH is >= 0 and < 8;

    /// <summary>The nearest race ahead; one that lies behind, or that was the session, is none.</summary>
    public GoalRace? RaceAhead
    {
        get
        {
            var goal = CheckIn.Training.Race is { } race && race.At > CheckIn.Now ? race : null;
            return Next is { Kind: SessionKind.Race } next && next.At > CheckIn.Now && (goal is null || next.At < goal.At) ? new GoalRace(next.At) : goal;
        }
    }

    public double? HoursToRace => RaceAhead is { } race ? (race.At - CheckIn.Now).TotalHours : null;

    public bool IsRaceWeek => Phase == TrainingPhase.RaceWeek || HoursToRace <= 7 * 24;

    /// <summary>A race or a session that must go well falls within 48 hours: the one exception to "no cold after strength" (evidence A4).</summary>
    public bool MustPerformWithin48H => HoursToRace <= 48 || (MustPerformNext && NextIsDemanding && HoursToNext <= 48);

    /// <summary>The description of the next session speaks of a time trial, a relay, a selection; demanding alone is no such day.</summary>
    public bool MustPerformNext { get; init; }

    /// <summary>The notes speak of strength work, jumps or hill sprints.</summary>
    public bool MentionsStrength { get; init; }

    /// <summary>Eats and drinks only at certain hours (evidence A12).</summary>
    public bool Fasts => CheckIn.Runner.Diet is { } diet && (diet.Contains("fast", StringComparison.OrdinalIgnoreCase) || diet.Contains("ramadan", StringComparison.OrdinalIgnoreCase));

    /// <summary>Which foods a line about protein names; "any" where nothing is known.</summary>
    public string Foods { get; }

    /// <summary>The same protein from plants takes somewhat larger portions (evidence A12).</summary>
    public bool EatsPlantsOnly => Foods == "plants";

    public int? Age => CheckIn.Runner.AgeYears;

    public bool Over50 => Age >= 50;

    public double? Soreness => CheckIn.Soreness.Overall ?? MaxSite();

    public bool Slept(double lessThanH) => CheckIn.Sleep.Hours < lessThanH;

    /// <summary>Measured before and after, same clothing: kilograms lost, negative when gained; null when not weighed.</summary>
    public double? MassLostKg => CheckIn.Session is { MassBeforeKg: { } before, MassAfterKg: { } after } ? before - after : null;

    public TimeOnly LocalTime => TimeOnly.FromTimeSpan(CheckIn.Local(CheckIn.Now).TimeOfDay);

    /// <summary>The runner asked about it, has it, or knows it to suit them.</summary>
    public bool Wants(StrategyEntry strategy) => _asked.Contains(strategy) || Names(_kit, strategy) || Names(_tried, strategy);

    public bool Tried(StrategyEntry strategy) => Names(_tried, strategy);

    /// <summary>True also when nobody asked what is at hand.</summary>
    public bool MayHave(StrategyEntry strategy) => CheckIn.Runner.Equipment is null || Wants(strategy);

    private static string FoodsOf(string? diet, RunnerCautions cautions)
    {
        var words = TopicText.Of(diet ?? "");
        if (Begins("vegan") || Begins("vegetal") || Begins("plant") || Begins("pflanzlich"))
            return "plants";
        if (Begins("vegetari") || Begins("ovo") || Begins("lacto"))
            return "vegetarian";
        return cautions.Has("lactoseIntolerance") || Begins("lactose") || Begins("dairy") || Begins("milk") ? "noDairy" : "any";

        bool Begins(string word) => words.Contains($" {word}", StringComparison.Ordinal);
    }

    private static bool Names(string words, StrategyEntry strategy)
    {
        foreach (var kit in strategy.Kit)
        {
            if (words.Contains(kit, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static string Words(IReadOnlyList<string>? texts) =>
        texts is { Count: > 0 } ? TopicText.Of(string.Join(" ", texts.Select(Spaced))) : "";

    /// <summary>"foamRoller" is "foam roller".</summary>
    private static string Spaced(string text) => string.Concat(text.Select(letter => char.IsUpper(letter) ? $" {letter}" : letter.ToString()));

    private double? MaxSite() => CheckIn.Soreness.Sites.Where(site => site.Score is not null).Select(site => site.Score).DefaultIfEmpty(null).Max();

    /// <summary>An end that was not told is the start and the duration, or else now: the careful reading, as everything then counts from later.</summary>
    private static DateTimeOffset EndOf(Session session, DateTimeOffset now)
    {
        if (session.EndedAt is { } ended)
            return ended;

        var end = session is { StartedAt: { } started, DurationMin: { } minutes } ? started.AddMinutes(minutes) : now;
        return end < now ? end : now;
    }
}
