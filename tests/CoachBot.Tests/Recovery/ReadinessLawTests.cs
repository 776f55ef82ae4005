using CoachBot.Recovery;
using CsCheck;
using static CoachBot.Tests.Recovery.RecoveryContent;

namespace CoachBot.Tests.Recovery;

/// <summary>Evidence B3: what may move a band, and what may not.</summary>
public sealed class ReadinessLawTests
{
    [Fact]
    public void Worse_sleep_soreness_energy_or_stress_never_raises_the_band() => Gen.Select(AnyCheckIn.Any, Gen.Int[0, 4], Gen.Double[0, 4]).Sample((checkIn, item, by) =>
    {
        var worse = item switch
        {
            0 => checkIn with { Soreness = checkIn.Soreness with { Overall = Math.Min(10, checkIn.Soreness.Overall + by ?? 5) } },
            1 => checkIn with { Sleep = checkIn.Sleep with { Hours = Math.Max(0, checkIn.Sleep.Hours - by ?? 5) } },
            2 => checkIn with { Sleep = checkIn.Sleep with { Quality = Math.Max(1, checkIn.Sleep.Quality - by ?? 1) } },
            3 => checkIn with { Wellness = checkIn.Wellness with { Energy = Math.Max(1, checkIn.Wellness.Energy - by ?? 1) } },
            _ => checkIn with { Wellness = checkIn.Wellness with { Stress = Math.Max(1, checkIn.Wellness.Stress - by ?? 1) } },
        };
        return HadItem(checkIn, item) is false || Planner.Plan(worse).Band >= Planner.Plan(checkIn).Band;
    });

    [Fact]
    public void Devices_lower_by_one_step_at_most_and_never_raise() => AnyCheckIn.Any.Sample(checkIn =>
    {
        var without = Planner.Plan(checkIn with { Devices = Devices.None }).Band;
        var with = Planner.Plan(checkIn).Band;
        return with >= without && with <= without + 1;
    });

    [Fact]
    public void What_a_vendor_calls_readiness_changes_nothing() => Gen.Select(AnyCheckIn.Any, Gen.Double[0, 100]).Sample((checkIn, score) =>
        Json(Planner.Plan(checkIn)) == Json(Planner.Plan(checkIn with { Devices = checkIn.Devices with { VendorReadiness = score } })));

    [Fact]
    public void A_missing_answer_never_raises_the_confidence() => Gen.Select(AnyCheckIn.Any, Gen.Int[0, 3]).Sample((checkIn, item) =>
    {
        var less = item switch
        {
            0 => checkIn with { Soreness = Soreness.Unknown },
            1 => checkIn with { Sleep = Sleep.Unknown },
            2 => checkIn with { Wellness = checkIn.Wellness with { Energy = null } },
            _ => checkIn with { Wellness = checkIn.Wellness with { Stress = null } },
        };
        return Planner.Plan(less).Confidence <= Planner.Plan(checkIn).Confidence;
    });

    [Theory]
    [InlineData(0, 4, Confidence.Learning)]
    [InlineData(6, 4, Confidence.Learning)]
    [InlineData(7, 4, Confidence.Early)]
    [InlineData(20, 4, Confidence.Early)]
    [InlineData(21, 3, Confidence.Usual)]
    [InlineData(21, 2.9, Confidence.Early)]
    public void Confidence_follows_the_count_of_check_ins(int count, double perWeek, Confidence expected) =>
        Assert.Equal(expected, Planner.Plan(CheckIns.Fine with { Baseline = new() { ValidCheckIns = count, PerWeek = perWeek } }).Confidence);

    [Theory]
    [InlineData(2, 7.5, 3, 3, 3, Band.Go)]
    [InlineData(5, 7.5, 3, 3, 3, Band.Go)]
    [InlineData(5, 6.5, 3, 3, 3, Band.Ease)]
    [InlineData(7, 7.5, 3, 3, 3, Band.Ease)]
    [InlineData(7, 6.5, 3, 3, 3, Band.Ease)]
    [InlineData(7, 6.5, 2, 3, 3, Band.Recover)]
    [InlineData(7, 5.9, 3, 3, 3, Band.Recover)]
    [InlineData(2, 7.5, 3, 1, 1, Band.Recover)]
    [InlineData(2, 7.5, 2, 2, 3, Band.Ease)]
    public void Fixed_thresholds_combine_as_the_table_says(double soreness, double hours, int quality, int energy, int stress, Band expected) =>
        Assert.Equal(expected, Planner.Plan(new()
        {
            Now = CheckIns.Now,
            Soreness = new() { Overall = soreness },
            Sleep = new() { Hours = hours, Quality = quality },
            Wellness = new() { Energy = energy, Stress = stress, Illness = [] },
        }).Band);

    [Fact]
    public void A_night_under_six_and_a_half_hours_before_a_key_session_eases_it()
    {
        var tired = CheckIns.Fine with { Sleep = new() { Hours = 6.4, Quality = 3 } };
        Assert.Equal(Band.Go, Planner.Plan(tired).Band);
        Assert.Equal(Band.Ease, Planner.Plan(tired.NextIn(8)).Band);
        Assert.Equal(Band.Go, Planner.Plan(tired.NextIn(30)).Band);
    }

    [Fact]
    public void Own_history_counts_from_the_twenty_first_check_in_and_only_downwards()
    {
        var baseline = new Baseline { ValidCheckIns = 20, PerWeek = 4, Soreness = new(0.5, 0.1), SleepHours = new(9, 0.1) };
        var checkIn = CheckIns.Fine with { Soreness = new() { Overall = 3 }, Sleep = new() { Hours = 8 } };
        Assert.Equal(Band.Go, Planner.Plan(checkIn with { Baseline = baseline }).Band);
        Assert.Equal(Band.Recover, Planner.Plan(checkIn with { Baseline = baseline with { ValidCheckIns = 21 } }).Band);

        var used = CheckIns.Fine with { Soreness = new() { Overall = 7 }, Baseline = new() { ValidCheckIns = 40, PerWeek = 5, Soreness = new(9, 1) } };
        Assert.Equal(Band.Ease, Planner.Plan(used).Band);
    }

    [Fact]
    public void Fewer_than_two_answers_are_not_enough_to_say()
    {
        var plan = Planner.Plan(new CheckIn { Now = CheckIns.Now, Sleep = new() { Hours = 8 }, Devices = new() { VendorReadiness = 99 } }.NextIn(10));
        Assert.Equal(Band.Ease, plan.Band);
        Assert.Equal(Confidence.Learning, plan.Confidence);
        Assert.Equal("missing", plan.Reasons[0].Measure);
    }

    [Fact]
    public void Sluggish_in_a_taper_does_not_turn_into_days_off()
    {
        var checkIn = CheckIns.Fine with { Soreness = new() { Overall = 5 }, Wellness = new() { Energy = 2, Stress = 1, Illness = [] } };
        Assert.Equal(Band.Recover, Planner.Plan(checkIn).Band);
        Assert.Equal(Band.Ease, Planner.Plan(checkIn with { Training = new() { Phase = TrainingPhase.Taper } }).Band);
    }

    [Fact]
    public void In_race_week_nobody_is_told_not_to_race()
    {
        var plan = Planner.Plan((CheckIns.Fine with { Soreness = new() { Overall = 8 }, Sleep = new() { Hours = 5 } }).RaceIn(40, 10).NextIn(40, SessionKind.Race));
        Assert.Equal(Band.Recover, plan.Band);
        Assert.Contains("The race stands", plan.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(plan.Actions, action => action.Id == "move-next");
    }

    [Fact]
    public void The_same_item_red_three_days_is_a_pattern_and_lowers_the_band()
    {
        var red = CheckIns.Fine with { Wellness = new() { Energy = 1, Stress = 4, Illness = [] } };
        Assert.Equal(Band.Ease, Planner.Plan(red).Band);

        var third = red with { History = [new(CheckIns.Now.AddDays(-1)) { Energy = 1 }, new(CheckIns.Now.AddDays(-2)) { Energy = 1 }] };
        var plan = Planner.Plan(third);
        Assert.Equal(Band.Recover, plan.Band);
        Assert.Contains(plan.Reasons, reason => reason.Measure == "pattern");
        Assert.Contains(plan.Actions, action => action.Id == "rest-week");
    }

    [Fact]
    public void The_way_back_from_recover_takes_two_fine_check_ins_or_one_and_two_days()
    {
        var after = (double hours, params PastCheckIn[] more) =>
            Planner.Plan(CheckIns.Fine with { History = [new(CheckIns.Now.AddHours(-hours)) { Band = Band.Recover }, .. more] }).Band;
        Assert.Equal(Band.Ease, after(24));
        Assert.Equal(Band.Go, after(48));
        Assert.Equal(Band.Go, after(40, new PastCheckIn(CheckIns.Now.AddHours(-20)) { Band = Band.Go }));
    }

    [Fact]
    public void Illness_holds_whatever_else_is_fine()
    {
        var plan = Planner.Plan(CheckIns.Fine with { Wellness = new() { Energy = 5, Stress = 5, Illness = ["chills"] } });
        Assert.Equal(Band.Hold, plan.Band);
        Assert.Null(plan.NextHard);
    }

    private static bool HadItem(CheckIn checkIn, int item) => item switch
    {
        0 => checkIn.Soreness.Overall is not null,
        1 => checkIn.Sleep.Hours is not null,
        2 => checkIn.Sleep.Quality is not null,
        3 => checkIn.Wellness.Energy is not null,
        _ => checkIn.Wellness.Stress is not null,
    };
}
