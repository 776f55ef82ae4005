namespace CoachBot.Recovery;

/// <summary>Evidence B3, steps 1–4: from the answers to Go, Ease or Recover. Hold is decided before, by illness, injury and the safety gate.</summary>
internal static class ReadinessModel
{
    private const int LearnedCheckIns = 21;
    private const int EarlyCheckIns = 7;

    public static Readiness Read(PlanFacts facts)
    {
        var checkIn = facts.CheckIn;
        var said = Subjective(checkIn);
        var answers = said.Count;
        if (ReadinessItems.SleepDebtH(checkIn.Sleep, checkIn.Runner.SleepNeedH) is { } debt)
            said.Add(new(Measure.SleepDebt, ReadinessItems.SleepDebt(debt), debt));
        if (Spacing.BeforeNextHard(facts) is { } gap)
            said.Add(new(Measure.Spacing, ReadinessItems.Spacing(gap.Hours, gap.NeededH), gap.Hours, gap.NeededH));

        var band = Combine(said, facts);
        var findings = new List<Finding>(said);
        if (answers < 2)
            band = NotEnough(band, facts, findings);
        else
            band = WithDevices(band, said, facts, findings);

        band = ReadinessHistory.Apply(band, checkIn, findings);
        findings.Sort((a, b) => a.Level != b.Level ? b.Level.CompareTo(a.Level) : a.Measure.CompareTo(b.Measure));
        return new Readiness(band, ConfidenceOf(checkIn, answers), findings);
    }

    /// <summary>Worse of fixed threshold and own history; own history only from 21 check-ins, at least 3 a week.</summary>
    private static List<Finding> Subjective(CheckIn checkIn)
    {
        var (found, usual) = (new List<Finding>(8), checkIn.Baseline);
        var compares = usual is { ValidCheckIns: >= LearnedCheckIns, PerWeek: >= 3 };
        Add(Measure.Soreness, checkIn.Soreness.Overall ?? SpreadSoreness(checkIn), ReadinessItems.Soreness, usual.Soreness, true);
        Add(Measure.Sleep, checkIn.Sleep.Hours, ReadinessItems.Sleep, usual.SleepHours, false);
        Add(Measure.SleepQuality, checkIn.Sleep.Quality, ReadinessItems.OneToFive, usual.SleepQuality, false);
        Add(Measure.Energy, checkIn.Wellness.Energy, ReadinessItems.OneToFive, usual.Energy, false);
        Add(Measure.Stress, checkIn.Wellness.Stress, ReadinessItems.OneToFive, usual.Stress, false);
        return found;

        void Add(Measure measure, double? value, Func<double, Level> fixedLevel, MeanSd? mean, bool higherIsWorse)
        {
            if (value is not { } today)
                return;

            var level = fixedLevel(today);
            var own = compares && mean is { } known ? ReadinessItems.AgainstUsual(today, known, higherIsWorse) : Level.Fine;
            found.Add(own > level ? new(measure, own, today, mean!.Value.Mean, true) : new(measure, level, today));
        }
    }

    private static double? SpreadSoreness(CheckIn checkIn) =>
        checkIn.Soreness.Sites.Where(site => site.Score is not null).Select(site => site.Score).DefaultIfEmpty(null).Max();

    private static Band Combine(List<Finding> findings, PlanFacts facts)
    {
        var reds = findings.Count(finding => finding.Level == Level.Red);
        var ambers = findings.Count(finding => finding.Level == Level.Amber);
        if (reds >= 2 || (reds == 1 && ambers >= 2))
        {
            // Feeling sluggish is how a taper feels: alone it must not turn it into days off (evidence B3, step 4.7).
            var sluggish = facts.Phase == TrainingPhase.Taper
                ? findings.Count(finding => finding is { Level: Level.Amber, Measure: Measure.Soreness or Measure.Energy })
                : 0;
            return reds >= 2 || ambers - sluggish >= 2 ? Band.Recover : Band.Ease;
        }

        if (reds == 1 || ambers >= 2)
            return Band.Ease;

        var shortNightBeforeKeySession = ambers == 1 && facts is { NextIsDemanding: true, HoursToNext: <= 24 }
            && findings.Any(finding => finding is { Measure: Measure.Sleep, Level: Level.Amber, Value: < 6.5 });
        return shortNightBeforeKeySession ? Band.Ease : Band.Go;
    }

    /// <summary>Fewer than two answers: not enough to say, and the careful default. Devices alone never make a band (evidence B5).</summary>
    private static Band NotEnough(Band band, PlanFacts facts, List<Finding> findings)
    {
        findings.Add(new(Measure.Missing, Level.Amber));
        return facts.NextIsDemanding && band < Band.Ease ? Band.Ease : band;
    }

    /// <summary>Devices lower by one step at most.</summary>
    private static Band WithDevices(Band band, List<Finding> said, PlanFacts facts, List<Finding> findings)
    {
        var devices = facts.CheckIn.Devices;
        if (devices.RestingHrDeltaBpm is { } beats)
            findings.Add(new(Measure.RestingHr, ReadinessItems.RestingHr(beats), beats));
        if (devices.Hrv7DayDeltaSd is { } hrv)
            findings.Add(new(Measure.Hrv, ReadinessItems.Hrv(hrv, devices.HrvDaysBelow ?? 0), hrv));

        if (findings.Count == said.Count)
            return band;

        var all = Combine(findings, facts);
        return all > band ? band + 1 : band;
    }

    private static Confidence ConfidenceOf(CheckIn checkIn, int answers)
    {
        if (answers < 2)
            return Confidence.Learning;

        var confidence = checkIn.Baseline switch
        {
            { ValidCheckIns: >= LearnedCheckIns, PerWeek: >= 3 } => Confidence.Usual,
            { ValidCheckIns: >= EarlyCheckIns } => Confidence.Early,
            _ => Confidence.Learning,
        };
        var complete = (checkIn.Soreness.Overall ?? SpreadSoreness(checkIn)) is not null
            && (checkIn.Sleep.Hours ?? checkIn.Sleep.Quality) is not null
            && checkIn.Wellness is { Energy: not null, Stress: not null };
        return complete || confidence == Confidence.Learning ? confidence : confidence - 1;
    }
}
