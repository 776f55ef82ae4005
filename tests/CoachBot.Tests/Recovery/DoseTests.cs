using CoachBot.Recovery;
using CsCheck;
using static CoachBot.Tests.Recovery.RecoveryContent;

namespace CoachBot.Tests.Recovery;

/// <summary>Evidence A1–A7: how much.</summary>
public sealed class DoseTests
{
    private static readonly DoseKey[] ByMass =
        [DoseKey.CarbohydrateG, DoseKey.CarbohydrateGPerHour, DoseKey.CarbohydrateGPerDay, DoseKey.ProteinG, DoseKey.ProteinGPerDay];

    [Fact]
    public void Amounts_of_food_are_linear_in_body_mass() => Gen.Select(AnyCheckIn.Any, Gen.Double[40, 60]).Sample((checkIn, mass) =>
    {
        var (one, two) = (Planner.Plan(checkIn.Weighing(mass)), Planner.Plan(checkIn.Weighing(mass * 2)));
        foreach (var key in ByMass)
        {
            if (one.Amount(key) is { } a && two.Amount(key) is { } b)
            {
                Assert.InRange(b.Min!.Value, (2 * a.Min!.Value) - 7.5, (2 * a.Min.Value) + 7.5);
                Assert.InRange(b.Max!.Value, (2 * a.Max!.Value) - 7.5, (2 * a.Max.Value) + 7.5);
            }
        }
    });

    [Fact]
    public void Amounts_are_ranges_rounded_for_a_kitchen() => AnyCheckIn.Any.Sample(checkIn =>
    {
        foreach (var (key, range) in Planner.Plan(checkIn).Actions.Where(action => action.Dose is not null).SelectMany(action => action.Dose!.Amounts))
        {
            Assert.True((range.Min ?? 0) <= (range.Max ?? double.MaxValue));
            if (ByMass.Contains(key))
                Assert.All(new[] { range.Min, range.Max }.OfType<double>(), grams => Assert.Equal(0, grams % 5));
            if (key is DoseKey.FluidL)
                Assert.All(new[] { range.Min, range.Max }.OfType<double>(), litres => Assert.Equal(litres, Math.Round(litres, 1)));
        }
    });

    [Theory]
    [InlineData(0.8, 1.0, 1.2)]
    [InlineData(1.4, 1.8, 2.1)]
    [InlineData(2.2, 2.8, 3.0)]
    public void Fluid_is_a_quarter_to_a_half_more_than_what_was_lost_up_to_three_litres(double lost, double min, double max)
    {
        var fluid = Planner.Plan(Weighed(lost)).Amount(DoseKey.FluidL)!.Value;
        Assert.Equal(min, fluid.Min!.Value, 3);
        Assert.Equal(max, fluid.Max!.Value, 3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.6)]
    public void No_weight_lost_means_no_extra_drinking_and_the_signs_to_watch(double lost)
    {
        var plan = Planner.Plan(Weighed(lost));
        Assert.Null(plan.Amount(DoseKey.FluidL));
        Assert.Contains(plan.Actions, action => action is { Id: "no-extra-fluid", Stance: Stance.Avoid });
    }

    [Fact]
    public void After_a_marathon_thirst_decides_even_when_weighed()
    {
        var race = CheckIns.After(SessionKind.Race, 210, 42.2);
        var plan = Planner.Plan(race with { Session = race.Session! with { MassBeforeKg = 70, MassAfterKg = 68 } });
        Assert.Null(plan.Amount(DoseKey.FluidL));
        Assert.Contains(plan.Actions, action => action.Id == "thirst-only");
    }

    [Theory]
    [InlineData(7.9, true)]
    [InlineData(8.1, false)]
    public void The_hour_counts_below_eight_hours_only(double turnaround, bool counts)
    {
        var plan = Planner.Plan(CheckIns.After(SessionKind.Tempo, 60).NextIn(turnaround - 0.25));
        Assert.Equal(counts, plan.Amount(DoseKey.CarbohydrateGPerHour) is not null);
        if (counts)
            Assert.Equal(new DoseRange(70, 85), plan.Amount(DoseKey.CarbohydrateGPerHour));
    }

    [Theory]
    [InlineData(SessionKind.Intervals, 60, 350, 490)]
    [InlineData(SessionKind.Long, 120, 420, 560)]
    [InlineData(SessionKind.Long, 180, 420, 700)]
    public void The_days_carbohydrate_follows_the_days_training(SessionKind kind, double minutes, double min, double max) =>
        Assert.Equal(new DoseRange(min, max), Planner.Plan(CheckIns.After(kind, minutes)).Amount(DoseKey.CarbohydrateGPerDay));

    [Theory]
    [InlineData(36, SessionKind.Long, 120, 20, 30)]
    [InlineData(36, SessionKind.Long, 180, 20, 35)]
    [InlineData(55, SessionKind.Long, 180, 30, 35)]
    [InlineData(36, SessionKind.Strength, 45, 20, 30)]
    [InlineData(55, SessionKind.Strength, 45, 30, 30)]
    public void Protein_grows_with_the_run_and_from_fifty(int age, SessionKind kind, double minutes, double min, double max)
    {
        var checkIn = CheckIns.After(kind, minutes);
        var plan = Planner.Plan(checkIn with { Runner = checkIn.Runner with { AgeYears = age } });
        Assert.Equal(new DoseRange(min, max), plan.Amount(DoseKey.ProteinG));
    }

    [Theory]
    [InlineData(2, 70, 140)]
    [InlineData(3.5, 70, 245)]
    [InlineData(10, 70, 280)]
    public void Fuel_before_a_hard_session_grows_with_the_hours_left(double hours, double min, double max)
    {
        var plan = Planner.Plan((CheckIns.Fine with { Training = new() { Phase = TrainingPhase.Build } }).NextIn(hours, SessionKind.Tempo));
        Assert.Equal(new DoseRange(min, max), plan.Amount(DoseKey.CarbohydrateG));
    }

    [Theory]
    [InlineData(SessionKind.Intervals, 60, 420, 490)]
    [InlineData(SessionKind.Long, 120, 490, 560)]
    [InlineData(SessionKind.Long, 180, 560, 700)]
    public void In_a_heavy_block_the_days_carbohydrate_is_the_top_of_the_band(SessionKind kind, double minutes, double min, double max)
    {
        var checkIn = CheckIns.After(kind, minutes);
        var plan = Planner.Plan(checkIn with { Training = checkIn.Training with { Phase = TrainingPhase.HeavyBlock } });
        Assert.Equal(new DoseRange(min, max), plan.Amount(DoseKey.CarbohydrateGPerDay));
    }

    [Theory]
    [InlineData("vegan", "lentils", true)]
    [InlineData("plant-based", "lentils", true)]
    [InlineData("Vegetarian", "eggs, beans", false)]
    [InlineData("no dairy", "tofu or meat", false)]
    [InlineData("none", "eggs, fish", false)]
    [InlineData(null, "eggs, fish", false)]
    public void Foods_for_protein_are_those_the_runner_eats(string? diet, string foods, bool plants)
    {
        var checkIn = CheckIns.After(SessionKind.Strength, 45);
        var plan = Planner.Plan(checkIn with { Runner = checkIn.Runner with { BodyMassKg = null, Diet = diet } });

        Assert.Contains(plan.Actions, action => action.Text.Contains(foods, StringComparison.Ordinal));
        Assert.Equal(plants, plan.Actions.Any(action => action.Id == "plant-portions"));
        if (plants)
            Assert.DoesNotContain("egg", plan.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_plant_eater_gets_the_same_grams()
    {
        var checkIn = CheckIns.After(SessionKind.Long, 180);
        var (any, plants) = (Planner.Plan(checkIn), Planner.Plan(checkIn with { Runner = checkIn.Runner with { Diet = "vegan" } }));
        Assert.Equal(any.Amount(DoseKey.ProteinG), plants.Amount(DoseKey.ProteinG));
        Assert.Equal(any.Amount(DoseKey.CarbohydrateGPerDay), plants.Amount(DoseKey.CarbohydrateGPerDay));
    }

    [Fact]
    public void The_last_coffee_comes_8_8_hours_before_bed()
    {
        var tired = CheckIns.Fine with { Sleep = new() { Hours = 6, Quality = 3 } };
        Assert.Equal(new TimeOnly(13, 40), By(tired));
        Assert.Equal(new TimeOnly(12, 10), By(tired with { Sleep = tired.Sleep with { UsualBedtime = new(21, 0) } }));

        static TimeOnly? By(CheckIn checkIn) => Planner.Plan(checkIn).Actions.Single(action => action.Id.Contains("caffeine", StringComparison.Ordinal)).Dose!.By;
    }

    private static CheckIn Weighed(double lost)
    {
        var run = CheckIns.After(SessionKind.Long, 120);
        return run with { Session = run.Session! with { MassBeforeKg = 70, MassAfterKg = 70 - lost } };
    }
}
