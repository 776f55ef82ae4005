namespace CoachBot.Recovery.Strategies;

/// <summary>Evidence A2.1: by the hour only when the next demanding session is less than eight hours away; otherwise the day's total.</summary>
internal sealed class Carbohydrate : IRecoveryStrategy
{
    /// <summary>Fast refuelling was studied for about the first four hours (evidence A2.1).</summary>
    private const double FastRefuelH = 4;

    public string Id => "carbohydrate";

    public void Propose(PlanFacts facts, Proposals to)
    {
        if (facts.Fasts && facts.Situation.Kind != SituationKind.Rest)
            to.AfterSession(Id, "in-eating-hours");

        if (facts.IsDoubleDay && !facts.Fasts)
        {
            FastRefuel(facts, to);
            return;
        }

        switch (facts.Situation.Kind)
        {
            case SituationKind.Rest:
                to.Add(Id, "eat-enough");
                break;
            case SituationKind.Easy:
                to.AfterSession(Id, "normal-meal");
                break;
            case SituationKind.ShortRace:
                to.AfterSession(Id, "race-meal");
                break;
            case SituationKind.Marathon or SituationKind.Ultra:
                to.AfterSession(Id, "small-salty-meals");
                break;
            case SituationKind.HalfMarathon:
                RefuelMeal(facts, to);
                break;
            case SituationKind.Long:
                RefuelMeal(facts, to);
                Day(facts, to, "carbohydrate:dayLong");
                break;
            case SituationKind.VeryLong:
                RefuelMeal(facts, to);
                Day(facts, to, "carbohydrate:dayVeryLong");
                break;
            case SituationKind.Quality or SituationKind.Hills:
                to.AfterSession(Id, "meal-within-two-hours", Meal(facts));
                Day(facts, to, "carbohydrate:dayHour");
                break;
        }
    }

    private void Day(PlanFacts facts, Proposals to, string dose)
    {
        var line = to.AfterSession(Id, "daily-carbohydrate", dose);
        // Evidence A9: in a heavy block the top of the band.
        if (facts.Phase == TrainingPhase.HeavyBlock && to.Dose(dose).Amounts is [{ Min: { } min, Max: { } max }])
            line?.ScaleTo(DoseKey.CarbohydrateGPerDay, facts.CheckIn.Runner.BodyMassKg, (min + max) / 2, max);
    }

    /// <summary>Who fasts eats it later today, when the hour comes.</summary>
    private void RefuelMeal(PlanFacts facts, Proposals to)
    {
        if (facts.Fasts && facts.DaysSinceSession == 0)
            to.Add(Id, "refuel-meal", When.Today, "carbohydrate:meal", Meal(facts));
        else
            to.AfterSession(Id, "refuel-meal", "carbohydrate:meal", Meal(facts));
    }

    /// <summary>The protein that belongs to this meal: more after long runs, and from 50 (evidence A2.2).</summary>
    internal static string Meal(PlanFacts facts)
    {
        var big = facts.Situation.Kind is SituationKind.VeryLong or SituationKind.HalfMarathon;
        return (facts.Over50, big) switch
        {
            (true, true) => "protein:over50Long",
            (true, false) => "protein:over50",
            (false, true) => "protein:afterLong",
            _ => "protein:meal",
        };
    }

    private void FastRefuel(PlanFacts facts, Proposals to)
    {
        if (facts.HoursToNext is not { } toNext || toNext < 0.5)
            return;

        var left = Math.Min(FastRefuelH, Math.Floor(toNext * 2) / 2);
        to.Add(Id, "refuel-fast", When.Now, "carbohydrate:fast")?.Set(DoseKey.Hours, null, left);
        if (facts.Situation.IsHard && facts.CheckIn.Local(facts.Next!.At).Date == facts.CheckIn.Local(facts.CheckIn.Now).Date)
            to.Add(Id, "big-dinner");
    }
}
