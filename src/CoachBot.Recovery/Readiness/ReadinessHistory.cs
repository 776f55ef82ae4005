namespace CoachBot.Recovery;

/// <summary>What only several days show (evidence B3, steps 4.4 and 4.5): patterns, and the way back after Recover.</summary>
internal static class ReadinessHistory
{
    public static Band Apply(Band band, CheckIn checkIn, List<Finding> findings)
    {
        if (IsPattern(checkIn))
        {
            findings.Add(new(Measure.Pattern, Level.Red));
            band = band < Band.Recover ? band + 1 : band;
        }

        if (band == Band.Go && CameFromRecoverTooSoon(checkIn, findings))
        {
            findings.Add(new(Measure.Hysteresis, Level.Amber));
            band = Band.Ease;
        }

        return band;
    }

    /// <summary>The same item red on three days in a row, today included.</summary>
    public static bool IsPattern(CheckIn checkIn)
    {
        var nights = checkIn.Sleep.PreviousNightsH;
        if (checkIn.Sleep.Hours < 6 && nights.Count >= 2 && nights[0] < 6 && nights[1] < 6)
            return true;

        var before = DaysBefore(checkIn);
        if (before.Count < 2)
            return false;

        return Red(checkIn.Soreness.Overall, past => past.Soreness, ReadinessItems.Soreness)
            || Red(checkIn.Sleep.Hours, past => past.SleepHours, ReadinessItems.Sleep)
            || Red(checkIn.Sleep.Quality, past => past.SleepQuality, ReadinessItems.OneToFive)
            || Red(checkIn.Wellness.Energy, past => past.Energy, ReadinessItems.OneToFive)
            || Red(checkIn.Wellness.Stress, past => past.Stress, ReadinessItems.OneToFive);

        bool Red(double? today, Func<PastCheckIn, double?> item, Func<double, Level> level) =>
            today is { } value && level(value) == Level.Red
            && before.Take(2).All(past => item(past) is { } then && level(then) == Level.Red);
    }

    /// <summary>The latest check-in of each earlier day, the latest day first, without a gap of more than one day.</summary>
    private static List<PastCheckIn> DaysBefore(CheckIn checkIn)
    {
        var days = new List<PastCheckIn>();
        var day = checkIn.Local(checkIn.Now).Date;
        foreach (var past in checkIn.History.Where(past => past.At < checkIn.Now).OrderByDescending(past => past.At))
        {
            var date = checkIn.Local(past.At).Date;
            if (date == day)
                continue;
            if (date != day.AddDays(-1))
                break;
            days.Add(past);
            day = date;
        }

        return days;
    }

    /// <summary>Two fine check-ins lead back to Go, or one and 48 hours.</summary>
    private static bool CameFromRecoverTooSoon(CheckIn checkIn, List<Finding> today)
    {
        var lastRecover = checkIn.History.Where(past => past.Band == Band.Recover && past.At < checkIn.Now)
            .Select(past => (DateTimeOffset?)past.At).Max();
        if (lastRecover is not { } since)
            return false;

        var fine = checkIn.History.Count(past => past.At > since && past.At < checkIn.Now && IsFine(past))
            + (today.All(finding => finding.Level == Level.Fine) ? 1 : 0);
        return fine < 2 && !(fine == 1 && checkIn.Now - since >= TimeSpan.FromHours(48));
    }

    private static bool IsFine(PastCheckIn past) =>
        past.Band == Band.Go || (past.Band is null or Band.Ease
            && AtLeastFine(past.Soreness, ReadinessItems.Soreness) && AtLeastFine(past.SleepHours, ReadinessItems.Sleep)
            && AtLeastFine(past.Energy, ReadinessItems.OneToFive) && AtLeastFine(past.Stress, ReadinessItems.OneToFive)
            && (past.Soreness ?? past.SleepHours ?? past.Energy ?? past.Stress) is not null);

    private static bool AtLeastFine(double? value, Func<double, Level> level) => value is not { } known || level(known) == Level.Fine;
}
