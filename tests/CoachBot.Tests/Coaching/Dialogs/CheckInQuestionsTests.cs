using CoachBot.Coaching.Dialogs;
using CoachBot.Recovery;

namespace CoachBot.Tests.Coaching.Dialogs;

public sealed class CheckInQuestionsTests
{
    private static readonly CheckInAnswers Whole = new()
    {
        Kind = SessionKind.Easy,
        DistanceKm = 10,
        DurationMin = 55,
        Rpe = 3,
        Soreness = 2,
        SleepHours = 7.5,
        SleepQuality = 4,
        Energy = 4,
        Stress = 4,
    };

    [Fact]
    public void Nothing_is_asked_when_everything_was_said() => Assert.Null(CheckInQuestions.Next(Whole));

    [Theory]
    [InlineData("run")]
    [InlineData("effort")]
    [InlineData("sleep")]
    [InlineData("stress")]
    public void The_one_thing_missing_is_asked(string missing) => Assert.Equal(missing, CheckInQuestions.Next(Without(missing))?.Name);

    [Fact]
    public void A_rest_day_has_no_length_and_no_effort() =>
        Assert.Equal("soreness", CheckInQuestions.Next(new CheckInAnswers { Kind = SessionKind.Rest })?.Name);

    [Fact]
    public void A_skipped_run_is_not_asked_about_further() =>
        Assert.Equal("soreness", CheckInQuestions.Next(new CheckInAnswers().Skip("run"))?.Name);

    [Fact]
    public void Pace_and_distance_give_the_time() =>
        Assert.Null(CheckInQuestions.Next(Whole with { DurationMin = null, PaceSPerKm = 330 }));

    [Theory]
    [InlineData(3, null)]
    [InlineData(4, "site")]
    public void Where_is_asked_from_four_up(double soreness, string? expected) =>
        Assert.Equal(expected, CheckInQuestions.Next(Whole with { Soreness = soreness })?.Name);

    [Theory]
    [InlineData("quadriceps", BodySide.Both, null, null)]
    [InlineData("quadriceps", BodySide.Left, null, "spot")]
    [InlineData("achilles", BodySide.Both, null, "spot")]
    [InlineData("shin", BodySide.Left, false, null)]
    public void One_spot_or_spread_is_asked_unless_it_is_both_sides_of_a_muscle(string site, BodySide side, bool? spread, string? expected) =>
        Assert.Equal(expected, CheckInQuestions.Next(Whole with { Soreness = 5, Sites = [new SoreSite(site, side, spread)] })?.Name);

    [Fact]
    public void Back_asks_the_question_before_and_forgets_its_answer()
    {
        var back = CheckInQuestions.Back(Whole.Ask("effort").Ask("soreness").Ask("sleep"))!;

        Assert.Null(back.Soreness);
        Assert.Equal("soreness", CheckInQuestions.Next(back)?.Name);
        Assert.Equal(3, back.Rpe);
    }

    [Fact]
    public void Back_takes_a_skip_back_too()
    {
        var answers = (Whole with { Energy = null, Stress = null }).Ask("energy").Skip("energy").Ask("stress");

        Assert.Equal("energy", CheckInQuestions.Next(CheckInQuestions.Back(answers)!)?.Name);
    }

    [Fact]
    public void There_is_no_way_back_from_the_first_question() => Assert.Null(CheckInQuestions.Back(new CheckInAnswers().Ask("run")));

    private static CheckInAnswers Without(string question) => question switch
    {
        "run" => Whole with { Kind = null, DistanceKm = null, DurationMin = null },
        "effort" => Whole with { Rpe = null },
        "sleep" => Whole with { SleepHours = null },
        _ => Whole with { Stress = null },
    };
}
