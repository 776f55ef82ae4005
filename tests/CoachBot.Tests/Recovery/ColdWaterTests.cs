using CoachBot.Recovery;
using CsCheck;
using static CoachBot.Tests.Recovery.RecoveryContent;

namespace CoachBot.Tests.Recovery;

/// <summary>Evidence A4: when cold water is offered, and when it is refused.</summary>
public sealed class ColdWaterTests
{
    [Theory]
    [InlineData("6 x 1 km", true, true)]
    [InlineData("5 km time trial", true, false)]
    [InlineData("5 km time trial", false, true)]
    [InlineData(null, true, true)]
    public void After_strength_only_a_session_that_must_go_well_lets_cold_in(string? description, bool demanding, bool refused)
    {
        var strength = CheckIns.After(SessionKind.Strength, 50).WithTub();
        var plan = Planner.Plan(strength with
        {
            Training = strength.Training with
            {
                Phase = TrainingPhase.Build,
                Next = new() { At = CheckIns.Now.AddHours(40), Kind = SessionKind.Intervals, Demanding = demanding, Description = description },
            },
        });

        Assert.Equal(refused, plan.Actions.Any(action => action.Id == "no-cold-after-strength"));
    }

    [Theory]
    [InlineData(TrainingPhase.Base)]
    [InlineData(TrainingPhase.Build)]
    public void After_strength_in_a_block_that_builds_it_is_refused_for_a_day(TrainingPhase phase)
    {
        var plan = Planner.Plan(CheckIns.After(SessionKind.Strength, 45, phase: phase).WithTub());
        Assert.Empty(plan.Offered(Strategy.ColdWater));
        Assert.Contains(plan.Actions, action => action is { Id: "no-cold-after-strength", Stance: Stance.Avoid });
    }

    [Fact]
    public void A_race_within_48_hours_is_the_exception()
    {
        var strength = CheckIns.After(SessionKind.Strength, 45).WithTub();
        Assert.NotEmpty(Planner.Plan(strength.RaceIn(47, 10)).Offered(Strategy.ColdWater));
        Assert.Empty(Planner.Plan(strength.RaceIn(49, 10)).Offered(Strategy.ColdWater));
        // A race next, before the goal race of the season.
        Assert.NotEmpty(Planner.Plan(strength.RaceIn(1200).NextIn(40, SessionKind.Race)).Offered(Strategy.ColdWater));
    }

    [Fact]
    public void Strength_that_morning_counts_after_a_long_run_too()
    {
        var run = CheckIns.After(SessionKind.Long, 120).WithTub();
        Assert.NotEmpty(Planner.Plan(run).Offered(Strategy.ColdWater));
        Assert.Empty(Planner.Plan(run with { Training = run.Training with { LastStrengthEndedAt = CheckIns.Now.AddHours(-10) } }).Offered(Strategy.ColdWater));
        Assert.Empty(Planner.Plan(run with { Notes = ["heavy squats this morning, then the long one"] }).Offered(Strategy.ColdWater));
    }

    [Fact]
    public void Never_within_two_hours_before_fast_work() => Gen.Select(AnyCheckIn.Any, Gen.Double[0, 2]).Sample((checkIn, hours) =>
        !Planner.Plan(checkIn.NextIn(hours)).Offered(Strategy.ColdWater).Any());

    [Fact]
    public void Between_two_efforts_close_together_it_is_worth_doing() =>
        Assert.Contains(Planner.Plan(CheckIns.After(SessionKind.Race, 40, 10, TrainingPhase.RaceWeek).NextIn(24, SessionKind.Race).WithTub())
            .Offered(Strategy.ColdWater), action => action.Stance == Stance.Do);

    [Fact]
    public void After_intervals_in_a_build_those_who_have_a_tub_hear_why_to_skip_it()
    {
        Assert.Contains(Planner.Plan(CheckIns.After(SessionKind.Intervals, 60).WithTub()).Actions, action => action.Id == "cold-skip-in-build");
        Assert.DoesNotContain(Planner.Plan(CheckIns.After(SessionKind.Intervals, 60)).Actions, action => action.Strategy == Strategy.ColdWater);
    }

    [Fact]
    public void Without_a_tub_nobody_is_sent_looking_for_one()
    {
        var checkIn = CheckIns.After(SessionKind.Long, 120);
        Assert.Empty(Planner.Plan(checkIn with { Runner = checkIn.Runner with { Equipment = [] } }).Offered(Strategy.ColdWater));
    }

    [Fact]
    public void The_runner_may_leave_it_out()
    {
        var checkIn = CheckIns.After(SessionKind.Race, 100, 21.1).WithTub();
        Assert.NotEmpty(Planner.Plan(checkIn).Offered(Strategy.ColdWater));
        Assert.DoesNotContain(Planner.Plan(checkIn with { Overrides = new() { Without = [Strategy.ColdWater] } }).Actions, action => action.Strategy == Strategy.ColdWater);
    }
}
