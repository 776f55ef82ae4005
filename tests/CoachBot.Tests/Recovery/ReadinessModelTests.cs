using CoachBot.Recovery;
using static CoachBot.Tests.Recovery.RecoveryContent;

namespace CoachBot.Tests.Recovery;

/// <summary>Evidence B3, steps 2 and 4: what counts as an answer, whose history counts, and what only lowers.</summary>
public sealed class ReadinessModelTests
{
    private static readonly CheckIn Asked = new() { Now = CheckIns.Now };

    [Fact]
    public void Two_answers_are_enough()
    {
        var plan = Planner.Plan(Asked with { Soreness = new() { Overall = 2 }, Sleep = new() { Hours = 8 } });
        Assert.DoesNotContain(plan.Reasons, reason => reason.Measure == "missing");
        Assert.Equal(Confidence.Early, Planner.Plan(Asked with
        {
            Soreness = new() { Overall = 2 },
            Sleep = new() { Hours = 8 },
            Baseline = new() { ValidCheckIns = 30, PerWeek = 4 },
        }).Confidence);
    }

    [Theory]
    [InlineData(2.0, 8.0, Band.Go)]
    [InlineData(null, 8.0, Band.Ease)]
    [InlineData(null, 3.0, Band.Go)]
    [InlineData(8.0, 1.0, Band.Ease)]
    public void Overall_soreness_counts_and_where_it_is_missing_the_sorest_site(double? overall, double site, Band band)
    {
        var soreness = new Soreness { Overall = overall, Sites = [new("calf", BodySide.Both, true, 1), new("quad", BodySide.Both, true, site), new("hip", BodySide.Both, true)] };
        Assert.Equal(band, Planner.Plan(CheckIns.Fine with { Soreness = soreness }).Band);
    }

    [Theory]
    [InlineData(3.0, true)]
    [InlineData(2.9, false)]
    public void Own_history_needs_three_check_ins_a_week(double perWeek, bool compares)
    {
        var usual = new Baseline { ValidCheckIns = 21, PerWeek = perWeek, SleepQuality = new(5, 0.2), Energy = new(5, 0.2), Stress = new(5, 0.2) };
        var plan = Planner.Plan(CheckIns.Fine with { Baseline = usual, Sleep = new() { Hours = 8, Quality = 3 }, Wellness = new() { Energy = 3, Stress = 3, Illness = [] } });

        Assert.Equal(compares ? Band.Recover : Band.Go, plan.Band);
        string[] worse = compares ? ["energy", "sleepQuality", "stress"] : [];
        Assert.Equal(worse, plan.Reasons.Where(reason => reason.Level == Level.Red).Select(reason => reason.Measure).Order());
        Assert.Equal(compares, plan.Reasons.Any(reason => reason.Text.Contains("lower than usual", StringComparison.Ordinal)));
    }

    [Fact]
    public void Better_than_usual_is_no_reason()
    {
        var usual = new Baseline { ValidCheckIns = 30, PerWeek = 5, Soreness = new(6, 0.5), SleepQuality = new(2, 0.2), Energy = new(2, 0.2), Stress = new(2, 0.2) };
        Assert.All(Planner.Plan(CheckIns.Fine with { Baseline = usual }).Reasons, reason => Assert.Equal(Level.Fine, reason.Level));
    }

    [Theory]
    [InlineData(6.4, 24, Band.Ease)]
    [InlineData(6.5, 24, Band.Go)]
    [InlineData(6.4, 24.1, Band.Go)]
    public void The_short_night_counts_for_a_key_session_within_a_day(double slept, double hours, Band band) =>
        Assert.Equal(band, Planner.Plan((CheckIns.Fine with { Sleep = new() { Hours = slept, Quality = 3 } }).NextIn(hours)).Band);

    [Fact]
    public void One_amber_that_is_not_sleep_stays_go_before_a_key_session() =>
        Assert.Equal(Band.Go, Planner.Plan((CheckIns.Fine with { Soreness = new() { Overall = 5 } }).NextIn(20)).Band);

    [Theory]
    [InlineData(8.0, true, Band.Ease)]
    [InlineData(8.0, false, Band.Go)]
    [InlineData(5.0, false, Band.Ease)]
    [InlineData(5.0, true, Band.Ease)]
    public void With_one_answer_a_hard_session_ahead_is_eased_and_what_was_said_still_counts(double slept, bool demanding, Band band) =>
        Assert.Equal(band, Planner.Plan((Asked with { Sleep = new() { Hours = slept } }).NextIn(10, demanding: demanding)).Band);

    [Fact]
    public void With_one_answer_devices_say_nothing()
    {
        var plan = Planner.Plan(Asked with { Sleep = new() { Hours = 8 }, Devices = new() { RestingHrDeltaBpm = 15, Hrv7DayDeltaSd = -2, HrvDaysBelow = 9 } });
        Assert.Equal(Band.Go, plan.Band);
        Assert.DoesNotContain(plan.Reasons, reason => reason.Measure is "restingHr" or "hrv");
    }

    [Theory]
    [InlineData(12, -2, 5, "hrv red, restingHr red")]
    [InlineData(6, -2, 2, "hrv amber, restingHr amber")]
    [InlineData(6, -0.2, 9, "restingHr amber")]
    public void What_a_device_shows_is_told_with_its_level(double beats, double hrv, int days, string told)
    {
        var plan = Planner.Plan(CheckIns.Fine with { Devices = new() { RestingHrDeltaBpm = beats, Hrv7DayDeltaSd = hrv, HrvDaysBelow = days } });
        Assert.Equal(told, string.Join(", ", plan.Reasons.Where(reason => reason.Level > Level.Fine).Select(reason => $"{reason.Measure} {JsonNames.Of(reason.Level)}").Order()));
        Assert.True(plan.Band <= Band.Ease);
    }

    [Theory]
    [InlineData(2.0, 8.0, 4.0, 4.0, 4.0, Confidence.Usual)]
    [InlineData(null, 8.0, 4.0, 4.0, 4.0, Confidence.Early)]
    [InlineData(2.0, null, 4.0, 4.0, 4.0, Confidence.Usual)]
    [InlineData(2.0, 8.0, null, 4.0, 4.0, Confidence.Usual)]
    [InlineData(2.0, null, null, 4.0, 4.0, Confidence.Early)]
    [InlineData(2.0, 8.0, 4.0, null, 4.0, Confidence.Early)]
    [InlineData(2.0, 8.0, 4.0, 4.0, null, Confidence.Early)]
    public void A_missing_answer_lowers_the_confidence_by_one_word(double? soreness, double? hours, double? quality, double? energy, double? stress, Confidence expected) =>
        Assert.Equal(expected, Planner.Plan(Asked with
        {
            Soreness = new() { Overall = soreness },
            Sleep = new() { Hours = hours, Quality = quality },
            Wellness = new() { Energy = energy, Stress = stress, Illness = [] },
            Baseline = new() { ValidCheckIns = 21, PerWeek = 3 },
        }).Confidence);

    [Fact]
    public void The_sorest_site_stands_for_an_answer_on_soreness() => Assert.Equal(Confidence.Usual, Planner.Plan(CheckIns.Fine with
    {
        Soreness = new() { Sites = [new("quad", BodySide.Both, true, 2)] },
        Baseline = new() { ValidCheckIns = 21, PerWeek = 3 },
    }).Confidence);

    [Theory]
    [InlineData(TrainingPhase.Taper, 5, 2, 3, Band.Ease)]
    [InlineData(TrainingPhase.Taper, 5, 3, 2, Band.Ease)]
    [InlineData(TrainingPhase.Taper, 2, 2, 2, Band.Ease)]
    [InlineData(TrainingPhase.Build, 5, 2, 3, Band.Recover)]
    public void In_a_taper_sluggish_ambers_beside_a_red_do_not_add_up(TrainingPhase phase, double soreness, double energy, double stress, Band band) =>
        Assert.Equal(band, Planner.Plan(CheckIns.Fine with
        {
            Training = new() { Phase = phase },
            Soreness = new() { Overall = soreness },
            Sleep = new() { Hours = 5, Quality = 3 },
            Wellness = new() { Energy = energy, Stress = stress, Illness = [] },
        }).Band);

    [Fact]
    public void In_a_taper_other_ambers_beside_a_red_still_mean_recover() => Assert.Equal(Band.Recover, Planner.Plan(CheckIns.Fine with
    {
        Training = new() { Phase = TrainingPhase.Taper },
        Sleep = new() { Hours = 5, Quality = 2 },
        Wellness = new() { Energy = 4, Stress = 2, Illness = [] },
    }).Band);

    [Fact]
    public void A_pattern_lowers_once_and_never_below_recover()
    {
        var worn = CheckIns.Fine with
        {
            Soreness = new() { Overall = 8 },
            Sleep = new() { Hours = 5 },
            History = [.. new[] { 1, 2 }.Select(days => new PastCheckIn(CheckIns.Now.AddDays(-days)) { Soreness = 8 })],
        };
        Assert.Equal(Band.Recover, Planner.Plan(worn).Band);
        Assert.Equal(Band.Recover, Planner.Plan(worn with { Sleep = new() { Hours = 8 } }).Band);
    }

    [Fact]
    public void The_way_back_is_told_counts_from_the_last_recover_and_needs_a_fine_day()
    {
        var back = CheckIns.Fine with { History = [Past(-90, Band.Recover), Past(-80, Band.Go), Past(-24, Band.Recover)] };
        Assert.Equal(Band.Ease, Planner.Plan(back).Band);
        Assert.Contains(Planner.Plan(back).Reasons, reason => reason.Measure == "hysteresis");

        var noted = CheckIns.Fine with { Soreness = new() { Overall = 5 }, History = [Past(-60, Band.Recover)] };
        Assert.Equal(Band.Ease, Planner.Plan(noted).Band);
        Assert.Equal(Band.Go, Planner.Plan(noted with { History = [Past(-60, Band.Recover), Past(-10, Band.Go)] }).Band);
        Assert.Equal(Band.Go, Planner.Plan(CheckIns.Fine with { History = [Past(1, Band.Recover)] }).Band);

        static PastCheckIn Past(double hours, Band band) => new(CheckIns.Now.AddHours(hours)) { Band = band };
    }
}
