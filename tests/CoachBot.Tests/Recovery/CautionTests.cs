using CoachBot.Recovery;
using CsCheck;
using static CoachBot.Tests.Recovery.RecoveryContent;

namespace CoachBot.Tests.Recovery;

/// <summary>Contraindications dominate everything, exceptions included.</summary>
public sealed class CautionTests
{
    public static TheoryData<string> NoColdWith =>
    [
        "heartDisease", "arrhythmia", "hypertension", "stroke", "coldUrticaria", "raynauds", "peripheralArteryDisease", "pregnancy", "openWound",
        "neuropathy", "epilepsy", "eatingDisorder", "redS", "diabetes", "asthma", "a condition nobody knows",
    ];

    [Theory]
    [MemberData(nameof(NoColdWith))]
    public void No_condition_that_closes_cold_water_lets_it_in(string condition) => AnyCheckIn.Any.Sample(checkIn =>
        !Planner.Plan(checkIn with { Runner = checkIn.Runner with { Conditions = [condition] } }).Offered(Strategy.ColdWater).Any());

    [Theory]
    [InlineData("bleedingDisorder", Strategy.Massage)]
    [InlineData("pregnancy", Strategy.Massage)]
    [InlineData("clotHistory", Strategy.FoamRolling)]
    [InlineData("peripheralArteryDisease", Strategy.Compression)]
    [InlineData("neuropathy", Strategy.Compression)]
    [InlineData("heartDisease", Strategy.Compression)]
    [InlineData("kidneyDisease", Strategy.Supplements)]
    [InlineData("pregnancy", Strategy.Supplements)]
    public void Closed_strategies_are_never_offered(string condition, Strategy closed) => AnyCheckIn.Any.Sample(checkIn =>
        !Planner.Plan(checkIn with { Runner = checkIn.Runner with { Conditions = [condition] } }).Offered(closed).Any());

    [Fact]
    public void Blood_thinners_close_massage_and_rolling() => AnyCheckIn.Any.Sample(checkIn =>
    {
        var plan = Planner.Plan(checkIn with { Runner = checkIn.Runner with { Medicines = ["Eliquis 5 mg"] } });
        return !plan.Offered(Strategy.Massage).Any() && !plan.Offered(Strategy.FoamRolling).Any();
    });

    [Fact]
    public void Under_eighteen_no_cold_no_supplements_no_diet_numbers() => Gen.Select(AnyCheckIn.Any, Gen.Int[12, 17]).Sample((checkIn, age) =>
    {
        var plan = Planner.Plan(checkIn with { Runner = checkIn.Runner with { AgeYears = age } });
        return !plan.Offered(Strategy.ColdWater).Any() && !plan.Offered(Strategy.Supplements).Any() && !HasFoodNumbers(plan);
    });

    [Theory]
    [InlineData("eatingDisorder")]
    [InlineData("redS")]
    public void Energy_and_eating_conditions_get_food_in_words(string condition) => AnyCheckIn.Any.Sample(checkIn =>
    {
        var plan = Planner.Plan(checkIn with { Locale = "en", Runner = checkIn.Runner with { Conditions = [condition] } });
        return !HasFoodNumbers(plan) && !plan.Text.Contains(" kg", StringComparison.Ordinal) && !plan.Text.Contains("weigh", StringComparison.OrdinalIgnoreCase);
    });

    [Fact]
    public void Diabetes_gets_no_carbohydrate_and_no_fluid_numbers() => AnyCheckIn.Any.Sample(checkIn =>
    {
        var plan = Planner.Plan(checkIn with { Runner = checkIn.Runner with { Conditions = ["diabetes"] } });
        return plan.Amount(DoseKey.CarbohydrateG) is null && plan.Amount(DoseKey.CarbohydrateGPerDay) is null
            && plan.Amount(DoseKey.CarbohydrateGPerHour) is null && plan.Amount(DoseKey.FluidL) is null;
    });

    [Fact]
    public void No_body_mass_no_grams() => AnyCheckIn.Any.Sample(checkIn =>
    {
        var plan = Planner.Plan(checkIn with { Runner = checkIn.Runner with { BodyMassKg = null } });
        return plan.Amount(DoseKey.CarbohydrateG) is null && plan.Amount(DoseKey.ProteinG) is null && plan.Amount(DoseKey.CarbohydrateGPerDay) is null;
    });

    [Fact]
    public void A_runner_who_has_a_tub_is_told_why_not()
    {
        var plan = Planner.Plan(CheckIns.After(SessionKind.Long, 120).WithTub().With("raynauds"));
        var line = Assert.Single(plan.Actions, action => action.Strategy == Strategy.ColdWater);
        Assert.Equal(Stance.Avoid, line.Stance);
        Assert.Contains("Raynaud", line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Alcohol_closes_cold_water()
    {
        var checkIn = CheckIns.After(SessionKind.Race, 100, 21.1) with { Notes = ["two beers at the finish, happy days"] };
        Assert.Empty(Planner.Plan(checkIn.WithTub()).Offered(Strategy.ColdWater));
        Assert.NotEmpty(Planner.Plan((checkIn with { Notes = [] }).WithTub()).Offered(Strategy.ColdWater));
    }

    [Fact]
    public void An_override_never_opens_what_a_condition_closes()
    {
        var checkIn = CheckIns.After(SessionKind.Race, 100, 21.1).NextIn(40, SessionKind.Race).WithTub().With("coldUrticaria");
        Assert.Empty(Planner.Plan(checkIn with { Overrides = new() { Band = Band.Go } }).Offered(Strategy.ColdWater));
    }

    private static bool HasFoodNumbers(RecoveryPlan plan) => new[]
    {
        DoseKey.CarbohydrateG, DoseKey.CarbohydrateGPerDay, DoseKey.CarbohydrateGPerHour, DoseKey.ProteinG, DoseKey.ProteinGPerDay, DoseKey.FluidL,
    }.Any(key => plan.Amount(key) is not null);
}
