namespace CoachBot.Recovery;

/// <summary>The table of evidence B3, step 3. All thresholds are our own rules, not validated ones.</summary>
internal static class ReadinessItems
{
    /// <summary>No sleep need below what the population needs: a short sleeper's habit is not a need (evidence D2).</summary>
    private const double LeastSleepNeedH = 7;

    public static Level Soreness(double score) => score >= 7 ? Level.Red : score > 3 ? Level.Amber : Level.Fine;

    public static Level Sleep(double hours) => hours < 6 ? Level.Red : hours < 7 ? Level.Amber : Level.Fine;

    public static Level SleepDebt(double hours) => hours > 4 ? Level.Red : hours >= 2 ? Level.Amber : Level.Fine;

    /// <summary>Sleep quality, energy and stress: 1–5, 5 good; half points fall to the worse side.</summary>
    public static Level OneToFive(double score) => score < 2 ? Level.Red : score < 3 ? Level.Amber : Level.Fine;

    public static Level RestingHr(double deltaBpm) => deltaBpm >= 10 ? Level.Red : deltaBpm >= 5 ? Level.Amber : Level.Fine;

    public static Level Hrv(double deltaSd, int daysBelow) =>
        deltaSd < -1 && daysBelow >= 3 ? Level.Red : deltaSd < -0.5 ? Level.Amber : Level.Fine;

    public static Level Spacing(double hours, double neededH) =>
        hours >= neededH ? Level.Fine : hours >= neededH / 2 ? Level.Amber : Level.Red;

    /// <summary>What the last three nights lack; null unless all three are known.</summary>
    public static double? SleepDebtH(Sleep sleep, double? needH)
    {
        if (sleep.Hours is not { } last || sleep.PreviousNightsH.Count < 2)
            return null;

        var need = Math.Max(needH ?? LeastSleepNeedH, LeastSleepNeedH);
        return Math.Max(0, (3 * need) - last - sleep.PreviousNightsH[0] - sleep.PreviousNightsH[1]);
    }

    /// <summary>
    /// How far today is worse than usual, in standard deviations, with the floor that keeps a flat history from making it infinite,
    /// clipped at 3. Better than usual counts as nothing: it never lifts a band.
    /// </summary>
    public static Level AgainstUsual(double today, MeanSd usual, bool higherIsWorse)
    {
        var z = Math.Clamp((today - usual.Mean) / Math.Max(usual.Sd, 0.5), -3, 3);
        var worse = higherIsWorse ? z : -z;
        return worse > 1.5 ? Level.Red : worse >= 1 ? Level.Amber : Level.Fine;
    }
}
