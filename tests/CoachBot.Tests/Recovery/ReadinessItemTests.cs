using CoachBot.Recovery;
using static CoachBot.Tests.Recovery.RecoveryContent;

namespace CoachBot.Tests.Recovery;

/// <summary>Evidence B3, steps 3 and 4: every threshold from both sides.</summary>
public sealed class ReadinessItemTests
{
    [Theory]
    [InlineData(3, Level.Fine)]
    [InlineData(3.1, Level.Amber)]
    [InlineData(6.9, Level.Amber)]
    [InlineData(7, Level.Red)]
    public void Soreness_is_amber_above_three_and_red_from_seven(double score, Level level) => Assert.Equal(level, ReadinessItems.Soreness(score));

    [Theory]
    [InlineData(7, Level.Fine)]
    [InlineData(6.9, Level.Amber)]
    [InlineData(6, Level.Amber)]
    [InlineData(5.9, Level.Red)]
    public void Sleep_is_amber_below_seven_hours_and_red_below_six(double hours, Level level) => Assert.Equal(level, ReadinessItems.Sleep(hours));

    [Theory]
    [InlineData(1.9, Level.Fine)]
    [InlineData(2, Level.Amber)]
    [InlineData(4, Level.Amber)]
    [InlineData(4.1, Level.Red)]
    public void Sleep_debt_is_amber_from_two_hours_and_red_above_four(double hours, Level level) => Assert.Equal(level, ReadinessItems.SleepDebt(hours));

    [Theory]
    [InlineData(3, Level.Fine)]
    [InlineData(2.9, Level.Amber)]
    [InlineData(2, Level.Amber)]
    [InlineData(1.9, Level.Red)]
    public void One_to_five_is_amber_at_two_and_red_at_one(double score, Level level) => Assert.Equal(level, ReadinessItems.OneToFive(score));

    [Theory]
    [InlineData(4.9, Level.Fine)]
    [InlineData(5, Level.Amber)]
    [InlineData(9.9, Level.Amber)]
    [InlineData(10, Level.Red)]
    public void Resting_pulse_is_amber_from_five_beats_and_red_from_ten(double beats, Level level) => Assert.Equal(level, ReadinessItems.RestingHr(beats));

    [Theory]
    [InlineData(-0.5, 9, Level.Fine)]
    [InlineData(-0.6, 0, Level.Amber)]
    [InlineData(-1, 9, Level.Amber)]
    [InlineData(-1.1, 2, Level.Amber)]
    [InlineData(-1.1, 3, Level.Red)]
    [InlineData(2, 9, Level.Fine)]
    public void Hrv_is_red_only_after_three_days_below_one_deviation(double deviations, int days, Level level) =>
        Assert.Equal(level, ReadinessItems.Hrv(deviations, days));

    [Theory]
    [InlineData(48, Level.Fine)]
    [InlineData(47.9, Level.Amber)]
    [InlineData(24, Level.Amber)]
    [InlineData(23.9, Level.Red)]
    public void Spacing_is_red_below_half_of_what_is_needed(double hours, Level level) => Assert.Equal(level, ReadinessItems.Spacing(hours, 48));

    [Theory]
    [InlineData(7.5, 7.5, 7.5, 0)]
    [InlineData(7.5, 9, 9, 0)]
    [InlineData(8.0, 7, 7, 3)]
    [InlineData(null, 6, 6, 3)]
    [InlineData(5.0, 6, 6, 3)]
    public void What_three_nights_lack_is_counted_against_a_need_of_seven_hours_at_least(double? need, double before, double last, double debt) =>
        Assert.Equal(debt, ReadinessItems.SleepDebtH(new() { Hours = last, PreviousNightsH = [before, before] }, need)!.Value, 6);

    [Fact]
    public void Without_three_nights_there_is_no_debt()
    {
        Assert.Null(ReadinessItems.SleepDebtH(new() { Hours = 4, PreviousNightsH = [4] }, 8));
        Assert.Null(ReadinessItems.SleepDebtH(new() { PreviousNightsH = [4, 4, 4] }, 8));
    }

    [Theory]
    [InlineData(4.9, true, Level.Fine)]
    [InlineData(5, true, Level.Amber)]
    [InlineData(6, true, Level.Amber)]
    [InlineData(6.1, true, Level.Red)]
    [InlineData(0, true, Level.Fine)]
    [InlineData(0, false, Level.Amber)]
    [InlineData(-0.1, false, Level.Red)]
    [InlineData(1, false, Level.Amber)]
    [InlineData(9, false, Level.Fine)]
    public void Worse_than_usual_by_one_deviation_is_amber_and_by_more_than_one_and_a_half_red(double today, bool higherIsWorse, Level level) =>
        Assert.Equal(level, ReadinessItems.AgainstUsual(today, new(3, 2), higherIsWorse));

    [Theory]
    [InlineData(3.4, Level.Fine)]
    [InlineData(3.5, Level.Amber)]
    [InlineData(3.8, Level.Red)]
    public void A_flat_history_counts_as_half_a_point_of_spread(double today, Level level) =>
        Assert.Equal(level, ReadinessItems.AgainstUsual(today, new(3, 0), true));

    [Theory]
    [InlineData(2, 0, Band.Go)]
    [InlineData(11, 0, Band.Ease)]
    [InlineData(6, -0.7, Band.Ease)]
    [InlineData(11, -1.5, Band.Ease)]
    public void Devices_alone_lower_a_fine_runner_by_one_step(double beats, double hrv, Band band) =>
        Assert.Equal(band, Planner.Plan(CheckIns.Fine with { Devices = new() { RestingHrDeltaBpm = beats, Hrv7DayDeltaSd = hrv, HrvDaysBelow = 4 } }).Band);

    [Theory]
    [InlineData(5.9, 5.9, 5.9, true)]
    [InlineData(5.9, 5.9, 6, false)]
    [InlineData(5.9, 6, 5.9, false)]
    [InlineData(6, 5.9, 5.9, false)]
    public void Three_nights_below_six_hours_are_a_pattern(double last, double before, double beforeThat, bool pattern) =>
        Assert.Equal(pattern, ReadinessHistory.IsPattern(CheckIns.Fine with { Sleep = new() { Hours = last, PreviousNightsH = [before, beforeThat] } }));

    [Fact]
    public void A_day_without_a_check_in_breaks_the_pattern()
    {
        var tired = CheckIns.Fine with { Soreness = new() { Overall = 8 } };
        Assert.False(IsPattern(-1, -3));
        Assert.False(IsPattern(-2, -3));
        Assert.True(IsPattern(-1, -2));
        Assert.True(IsPattern(-2, -1, -0.1));

        bool IsPattern(params double[] days) => ReadinessHistory.IsPattern(tired with
        {
            History = [.. days.Select(day => new PastCheckIn(CheckIns.Now.AddDays(day)) { Soreness = 8 })],
        });
    }

    [Theory]
    [InlineData(8.0, null, null, null, null)]
    [InlineData(null, 5.0, null, null, null)]
    [InlineData(null, null, 1.0, null, null)]
    [InlineData(null, null, null, 1.0, null)]
    [InlineData(null, null, null, null, 1.0)]
    public void Any_item_red_three_days_is_a_pattern_and_a_mixture_is_none(double? soreness, double? hours, double? quality, double? energy, double? stress)
    {
        var checkIn = new CheckIn
        {
            Now = CheckIns.Now,
            Soreness = new() { Overall = soreness },
            Sleep = new() { Hours = hours, Quality = quality },
            Wellness = new() { Energy = energy, Stress = stress },
        };
        PastCheckIn Past(int days) => new(CheckIns.Now.AddDays(-days)) { Soreness = soreness, SleepHours = hours, SleepQuality = quality, Energy = energy, Stress = stress };
        var fine = new PastCheckIn(CheckIns.Now.AddDays(-2)) { Soreness = 1, SleepHours = 8, SleepQuality = 4, Energy = 4, Stress = 4 };

        Assert.True(ReadinessHistory.IsPattern(checkIn with { History = [Past(1), Past(2)] }));
        Assert.False(ReadinessHistory.IsPattern(checkIn with { History = [Past(1), fine] }));
        Assert.False(ReadinessHistory.IsPattern(checkIn with { History = [Past(1)] }));
    }

    [Fact]
    public void The_two_biggest_reasons_come_first_and_what_the_runner_says_before_what_a_watch_says()
    {
        var plan = Planner.Plan(CheckIns.Fine with
        {
            Soreness = new() { Overall = 5 },
            Sleep = new() { Hours = 5 },
            Devices = new() { RestingHrDeltaBpm = 12 },
        });
        Assert.Equal(["sleep", "restingHr", "soreness"], plan.Reasons.Select(reason => reason.Measure).Take(3));
    }

    [Fact]
    public void A_fine_day_after_recover_counts_only_when_all_that_was_answered_is_fine()
    {
        Assert.Equal(Band.Go, After(new PastCheckIn(CheckIns.Now.AddHours(-20)) { Band = Band.Ease, Soreness = 2, SleepHours = 8, Energy = 4, Stress = 4 }));
        Assert.Equal(Band.Go, After(new PastCheckIn(CheckIns.Now.AddHours(-20)) { Soreness = 2 }));
        Assert.Equal(Band.Ease, After(new PastCheckIn(CheckIns.Now.AddHours(-20)) { Soreness = 5 }));
        Assert.Equal(Band.Ease, After(new PastCheckIn(CheckIns.Now.AddHours(-20)) { SleepHours = 6 }));
        Assert.Equal(Band.Ease, After(new PastCheckIn(CheckIns.Now.AddHours(-20)) { Energy = 2 }));
        Assert.Equal(Band.Ease, After(new PastCheckIn(CheckIns.Now.AddHours(-20)) { Stress = 2 }));
        Assert.Equal(Band.Ease, After(new PastCheckIn(CheckIns.Now.AddHours(-20))));

        static Band After(PastCheckIn past) =>
            Planner.Plan(CheckIns.Fine with { History = [new(CheckIns.Now.AddHours(-40)) { Band = Band.Recover }, past] }).Band;
    }
}
