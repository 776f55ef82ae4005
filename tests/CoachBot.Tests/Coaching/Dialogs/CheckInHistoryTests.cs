using CoachBot.Coaching.Dialogs;
using CoachBot.Recovery;

namespace CoachBot.Tests.Coaching.Dialogs;

public sealed class CheckInHistoryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 7, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Today_is_not_part_of_the_usual()
    {
        var baseline = CheckInHistory.BaselineOf([Day(2, soreness: 2), Day(1, soreness: 4), Day(0, soreness: 9)], Now);

        Assert.Equal((2, 3.0), (baseline.ValidCheckIns, baseline.Soreness?.Mean));
    }

    [Fact]
    public void Two_check_ins_of_one_day_count_once() => Assert.Equal(1, CheckInHistory.BaselineOf([Day(1.1), Day(1)], Now).ValidCheckIns);

    [Fact]
    public void A_red_flag_day_and_one_with_a_single_answer_count_for_nothing()
    {
        CheckInEntry[] history = [Day(3) with { Band = Band.Hold }, new(Now.AddDays(-2)) { Soreness = 3 }, Day(1)];

        Assert.Equal(1, CheckInHistory.BaselineOf(history, Now).ValidCheckIns);
    }

    [Fact]
    public void The_two_days_after_a_race_are_left_out_of_the_means()
    {
        CheckInEntry[] history =
        [
            Day(10, soreness: 2), Day(9, soreness: 2), Day(5, soreness: 8) with { Kind = SessionKind.Race },
            Day(4, soreness: 7), Day(3.2, soreness: 6), Day(2, soreness: 2),
        ];

        Assert.Equal(2, CheckInHistory.BaselineOf(history, Now).Soreness?.Mean);
    }

    [Fact]
    public void A_gap_of_more_than_three_weeks_starts_again_at_early()
    {
        var history = Enumerable.Range(0, 25).Select(i => Day(59 - i)).Append(Day(2)).ToArray();

        Assert.Equal(7, CheckInHistory.BaselineOf(history, Now).ValidCheckIns);
    }

    [Fact]
    public void What_is_older_than_sixty_days_is_dropped_when_something_is_added() =>
        Assert.Equal([Now.AddDays(-59), Now], CheckInHistory.Add([Day(61), Day(59)], Day(0)).Select(entry => entry.At));

    [Fact]
    public void A_corrected_check_in_takes_the_place_of_the_first() =>
        Assert.Equal(6, Assert.Single(CheckInHistory.Add([Day(1, soreness: 3)], Day(1, soreness: 6))).Soreness);

    [Fact]
    public void Earlier_nights_are_those_just_before_without_a_gap()
    {
        Assert.Equal([7, 6], CheckInHistory.PreviousNightsH([Day(2, sleep: 6), Day(1, sleep: 7)], Now));
        Assert.Equal([], CheckInHistory.PreviousNightsH([Day(3, sleep: 6), Day(2, sleep: 7)], Now));
    }

    [Theory]
    [InlineData(SessionKind.Easy, 4, false)]
    [InlineData(SessionKind.Easy, 8, true)]
    [InlineData(SessionKind.Intervals, 5, true)]
    public void The_last_hard_session_is_one_of_a_hard_kind_or_effort(SessionKind kind, double rpe, bool hard)
    {
        var day = Day(1) with { Kind = kind, Rpe = rpe };

        Assert.Equal(hard ? day.At : null, CheckInHistory.LastHardEndedAt([day]));
    }

    private static CheckInEntry Day(double ago, double soreness = 3, double sleep = 7) =>
        new(Now.AddDays(-ago)) { Band = Band.Go, Soreness = soreness, SleepHours = sleep };
}
