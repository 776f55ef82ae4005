using CoachBot.Recovery;
using CoachBot.Recovery.Safety;
using static CoachBot.Tests.Recovery.RecoveryContent;

namespace CoachBot.Tests.Recovery;

/// <summary>Evidence B2, C13, C14, C16, C18: what the fields of a check-in show without a word.</summary>
public sealed class StructuredSignTests
{
    [Theory]
    [InlineData("calf", BodySide.Left, false, 4.0, SafetyTier.T3)]
    [InlineData("calf", BodySide.Left, false, 3.9, SafetyTier.None)]
    [InlineData("calf", BodySide.Left, false, null, SafetyTier.T3)]
    [InlineData("calf", BodySide.Left, true, 8.0, SafetyTier.None)]
    [InlineData("calf", BodySide.Left, null, 8.0, SafetyTier.None)]
    [InlineData("calf", BodySide.Both, false, 8.0, SafetyTier.None)]
    [InlineData("shin-front", BodySide.Right, false, 1.0, SafetyTier.T3)]
    [InlineData("shin-front", BodySide.Right, false, 0.0, SafetyTier.None)]
    [InlineData("shinFront", BodySide.Right, null, 4.0, SafetyTier.T3)]
    [InlineData("shinFront", BodySide.Right, null, 3.0, SafetyTier.None)]
    [InlineData("shinFront", null, null, 6.0, SafetyTier.None)]
    [InlineData("navicular", BodySide.Left, false, 2.0, SafetyTier.T3)]
    [InlineData("5th metatarsal", BodySide.Left, false, 2.0, SafetyTier.T3)]
    [InlineData("sacrum", null, false, 2.0, SafetyTier.T3)]
    [InlineData("groin", BodySide.Left, false, 2.0, SafetyTier.T2)]
    [InlineData("hip-front", BodySide.Left, null, 5.0, SafetyTier.T2)]
    [InlineData("groin", BodySide.Both, true, 6.0, SafetyTier.None)]
    public void One_painful_spot_on_one_side_is_no_soreness(string site, BodySide? side, bool? spread, double? score, SafetyTier tier)
    {
        var plan = Planner.Plan(CheckIns.Fine with { Soreness = new() { Overall = 2, Sites = [new(site, side, spread, score)] } });

        Assert.Equal(tier, plan.Safety.Tier);
        Assert.Equal(tier >= SafetyTier.T3, plan.Band == Band.Hold);
        if (tier >= SafetyTier.T3)
            Assert.Equal("injury", Assert.Single(plan.Reasons).Measure);
    }

    [Theory]
    [InlineData(37.9, SafetyTier.None)]
    [InlineData(38.0, SafetyTier.T3)]
    public void Thirty_eight_degrees_are_a_fever(double temperature, SafetyTier tier) =>
        Assert.Equal(tier, Planner.Plan(CheckIns.Fine with { Wellness = CheckIns.Fine.Wellness with { TemperatureC = temperature } }).Safety.Tier);

    [Theory]
    [InlineData(17, "C18.minor")]
    [InlineData(18, null)]
    public void Below_eighteen_a_parent_is_named(int age, string? sign)
    {
        var plan = Planner.Plan(CheckIns.Fine with { Runner = CheckIns.Fine.Runner with { AgeYears = age } });
        Assert.Equal(sign is null ? [] : [sign], plan.Safety.Signs.Select(found => found.Id));
        Assert.Equal(sign is not null, plan.Actions.Any(action => action.Id == "with-parent-and-coach"));
    }

    [Theory]
    [InlineData("pregnancy", "C16.pregnancy")]
    [InlineData("postpartum", "C16.postpartum")]
    public void Pregnancy_and_the_time_after_name_the_midwife(string condition, string sign)
    {
        var plan = Planner.Plan(CheckIns.Fine.With(condition));
        Assert.Equal(sign, Assert.Single(plan.Safety.Signs).Id);
        Assert.Contains(plan.Actions, action => action.Id == "with-midwife");
        Assert.False(plan.Safety.Locked);
    }

    [Theory]
    [InlineData("chest pain at mile 4", "S110")]
    [InlineData("passed out at 8k", "S102")]
    [InlineData("heatstrok?", "S95")]
    [InlineData("hyponatremia?", "S23")]
    [InlineData("pee is brown like coke", "S96")]
    [InlineData("knocked out for a few secs", "S103")]
    [InlineData("cant pee since this morning, back agony", "S100")]
    [InlineData("left calf swollen & warm, throbbing", "S98")]
    [InlineData("limping now", "S101")]
    [InlineData("flu, bed 3 days", "S93")]
    [InlineData("no period for 5 months", "S105")]
    [InlineData("want to kill myself", "S106")]
    public void A_plan_that_stops_cites_where_its_signs_come_from(string note, string source)
    {
        var plan = Planner.Plan(CheckIns.Fine with { Notes = [note] });
        Assert.Equal(source, Assert.Single(Assert.Single(plan.Actions).Sources));
    }
}
