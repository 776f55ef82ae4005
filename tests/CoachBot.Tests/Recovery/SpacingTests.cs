using CoachBot.Recovery;
using CsCheck;
using static CoachBot.Tests.Recovery.RecoveryContent;

namespace CoachBot.Tests.Recovery;

/// <summary>Evidence A8: the earliest next hard session, later for soreness and limps, never earlier.</summary>
public sealed class SpacingTests
{
    [Theory]
    [InlineData(SessionKind.Easy, 45, null, 12)]
    [InlineData(SessionKind.Tempo, 60, null, 48)]
    [InlineData(SessionKind.Intervals, 60, null, 48)]
    [InlineData(SessionKind.Long, 120, null, 48)]
    [InlineData(SessionKind.Long, 150, null, 48)]
    [InlineData(SessionKind.Long, 151, null, 72)]
    [InlineData(SessionKind.Downhill, 60, null, 72)]
    [InlineData(SessionKind.Strength, 45, null, 24)]
    [InlineData(SessionKind.Race, 20, 5.0, 72)]
    [InlineData(SessionKind.Race, 45, 10.0, 72)]
    [InlineData(SessionKind.Race, 100, 21.1, 120)]
    [InlineData(SessionKind.Race, 200, 42.2, 336)]
    [InlineData(SessionKind.Race, 500, 60.0, 504)]
    public void Hours_to_the_next_hard_session_are_those_of_the_table(SessionKind kind, double minutes, double? km, int hours)
    {
        var next = Planner.Plan(CheckIns.After(kind, minutes, km)).NextHard!;
        Assert.Equal(hours, next.Hours);
        Assert.Equal(CheckIns.Now.AddMinutes(-15).AddHours(hours), next.Earliest);
    }

    [Theory]
    [InlineData(140, false, 48)]
    [InlineData(200, false, 72)]
    [InlineData(200, true, 72)]
    public void A_long_way_down_takes_as_long_as_any_run_of_its_length(double minutes, bool unaccustomed, int hours)
    {
        var run = CheckIns.After(SessionKind.Downhill, minutes);
        Assert.Equal(hours, Planner.Plan(run with { Session = run.Session! with { UnaccustomedDescent = unaccustomed } }).NextHard!.Hours);
    }

    [Fact]
    public void A_run_more_than_ten_percent_beyond_the_longest_of_a_month_takes_three_days()
    {
        var run = CheckIns.After(SessionKind.Long, 100, 22) with { Training = new() { LongestRunLast30DaysKm = 20 } };
        Assert.Equal(48, Planner.Plan(run).NextHard!.Hours);

        var spike = run with { Session = run.Session! with { DistanceKm = 22.1 } };
        var plan = Planner.Plan(spike);
        Assert.Equal(72, plan.NextHard!.Hours);
        Assert.Contains(plan.Actions, action => action.Id == "single-run-spike" && action.Sources.Contains("S74"));
    }

    [Fact]
    public void Heat_age_and_soreness_make_it_later_and_nothing_makes_it_earlier() => AnyCheckIn.Any.Sample(checkIn =>
    {
        if (Planner.Plan(checkIn).NextHard is not { } next)
            return true;

        var sore = Planner.Plan(checkIn with { Soreness = new() { Overall = 8 } }).NextHard!;
        var limping = Planner.Plan(checkIn with { Soreness = checkIn.Soreness with { Limp = true } }).NextHard!;
        var table = checkIn.Session?.EndedAt?.AddHours(Spacing.TableH(Situation.Of(checkIn.Session, checkIn.Training))) ?? checkIn.Now;
        return sore.Earliest >= next.Earliest && limping.Earliest >= next.Earliest && next.Earliest >= table && next.Earliest >= checkIn.Now;
    });

    [Fact]
    public void Very_sore_legs_wait_longer_than_the_table()
    {
        var tempo = CheckIns.After(SessionKind.Tempo, 60);
        Assert.True(Planner.Plan(tempo with { Soreness = new() { Overall = 7 } }).NextHard!.Hours > 48);
    }

    [Fact]
    public void A_hot_session_takes_a_day_more()
    {
        var tempo = CheckIns.After(SessionKind.Tempo, 60);
        Assert.Equal(72, Planner.Plan(tempo with { Session = tempo.Session! with { TemperatureC = 31 } }).NextHard!.Hours);
    }

    [Fact]
    public void The_time_before_the_next_demanding_session_counts_as_a_measure()
    {
        var run = CheckIns.After(SessionKind.Tempo, 60);
        Assert.Equal(Level.Fine, Spacing(run.NextIn(49)));
        Assert.Equal(Level.Amber, Spacing(run.NextIn(30)));
        Assert.Equal(Level.Red, Spacing(run.NextIn(20)));
        Assert.Null(Spacing(run.NextIn(20, demanding: false)));

        static Level? Spacing(CheckIn checkIn) => Planner.Plan(checkIn).Reasons.Where(reason => reason.Measure == "spacing")
            .Select(reason => (Level?)reason.Level).FirstOrDefault() ?? (checkIn.Training.Next!.Demanding == false ? null : Level.Fine);
    }

    [Fact]
    public void A_session_planned_too_early_is_moved_to_a_day_that_fits()
    {
        var plan = Planner.Plan((CheckIns.After(SessionKind.Long, 165) with { Soreness = new() { Overall = 5 } }).NextIn(50));
        var move = Assert.Single(plan.Actions, action => action.Id == "move-next");
        Assert.Contains("Wednesday", move.Text, StringComparison.Ordinal);
        Assert.Contains("Wednesday", plan.Text, StringComparison.Ordinal);
    }
}
