using CoachBot.Recovery;
using CsCheck;
using static CoachBot.Tests.Recovery.RecoveryContent;

namespace CoachBot.Tests.Recovery;

/// <summary>What the runner decides is kept and respected, and the coach can be asked outside a check-in.</summary>
public sealed class OverrideTests
{
    [Fact]
    public void The_chosen_band_stands_beside_the_coachs_own()
    {
        var tired = CheckIns.Fine with { Soreness = new() { Overall = 8 }, Overrides = new() { Band = Band.Go } };
        var plan = Planner.Plan(tired);
        Assert.Equal(Band.Ease, plan.Band);
        Assert.Equal(Band.Go, plan.ChosenBand);
        Assert.Contains("your call", plan.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(plan.Actions, action => action.Id == "keep-easy");
    }

    [Fact]
    public void No_choice_opens_a_hold()
    {
        var ill = CheckIns.Fine with { Wellness = new() { Illness = ["chills"] }, Overrides = new() { Band = Band.Go } };
        Assert.Equal(Band.Hold, Planner.Plan(ill).Band);
        Assert.Null(Planner.Plan(ill).ChosenBand);
    }

    [Fact]
    public void Ten_minutes_are_enough_for_what_a_short_plan_asks() => Gen.Select(AnyCheckIn.Any, Gen.Double[3, 30]).Sample((checkIn, minutes) =>
    {
        var plan = Planner.Plan(checkIn with { Overrides = new() { MinutesAvailable = minutes } });
        var least = plan.Actions.Where(action => action.Stance != Stance.Avoid && action.Strategy != Strategy.Sleep && action.Dose is not null)
            .SelectMany(action => action.Dose!.Amounts).Where(pair => pair.Key == DoseKey.Minutes).Sum(pair => pair.Value.Min ?? 0);
        return least <= minutes;
    });

    [Theory]
    [InlineData(5, true)]
    [InlineData(60, false)]
    public void A_smaller_version_says_whether_anything_was_cut(double minutes, bool wasCut)
    {
        var checkIn = CheckIns.After(SessionKind.Long, 120);
        var plan = Planner.Plan(checkIn with { Overrides = new() { MinutesAvailable = minutes } });

        Assert.Equal(wasCut, plan.Fit!.WasCut);
        Assert.Contains(plan.Fit.Text, plan.Text, StringComparison.Ordinal);
        Assert.Equal(!wasCut, plan.Actions.Select(action => action.Text).SequenceEqual(Planner.Plan(checkIn).Actions.Select(action => action.Text)));
        Assert.Null(Planner.Plan(checkIn).Fit);
    }

    [Fact]
    public void A_question_outside_a_check_in_is_answered_with_sources()
    {
        var found = Planner.Ask("epsom salts", "en-GB");
        Assert.Equal("epsom", Assert.Single(found.Answers).Id);
        Assert.Equal("S66", Assert.Single(found.Sources).Id);
        Assert.Null(found.Message);
    }

    [Fact]
    public void A_red_flag_in_a_question_is_answered_by_the_gate_alone()
    {
        var found = Planner.Ask("ice bath for my chest pain at mile 4?", "en-GB");
        Assert.Empty(found.Answers);
        Assert.NotEmpty(found.Message!);
    }

    [Fact]
    public void Every_strategy_can_be_explained_in_every_language()
    {
        foreach (var language in Languages.All)
        {
            Assert.All(Knowledge.Describe(language.Code()), strategy =>
            {
                Assert.NotEmpty(strategy.Name);
                Assert.NotEmpty(strategy.Does);
                Assert.NotEmpty(strategy.DoesNot);
            });
        }
    }
}
