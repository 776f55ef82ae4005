using CoachBot.Coaching.Dialogs;
using CoachBot.Coaching.History;
using CoachBot.Recovery;
using CoachBot.Tests.Support;
using static CoachBot.Tests.Coaching.History.Histories;

namespace CoachBot.Tests.Coaching.History;

/// <summary>"My week" in words: what was told, and only what may be said about it.</summary>
public sealed class HistoryTests
{
    [Fact]
    public void A_week_has_seven_days_and_a_run_belongs_to_the_day_it_was_run()
    {
        var told = new[] { Day(0) with { Kind = SessionKind.Long, DurationMin = 90, RunEndedAt = Now.AddDays(-1) }, Day(20) };

        var week = Week(told);

        Assert.Equal((7, 1), (week.Days.Count, week.CheckIns));
        Assert.Equal([0, 0, 0, 0, 0, 90, 0], week.Days.Select(day => day.SessionMin));
        Assert.Equal(3, week.Days[^1].Soreness);
    }

    [Fact]
    public void What_was_not_told_is_no_zero()
    {
        var chart = HistoryChart.Of(Week([Day(0, soreness: null)]), Voice());

        Assert.All(chart.Panels[0].Values, Assert.Null);
        Assert.Equal("nothing told", chart.Panels[0].Summary);
    }

    [Theory]
    [InlineData("en", "Last 7 days: 3 check-ins. 2 sessions: 15 km, 80 min. Soreness 3/10 on average. Sleep 7.5 h on average.", "- Tue 24: easy run, 5 km, 30 min")]
    [InlineData("de", "Letzte 7 Tage: 3 Check-ins. 2 Einheiten: 15 km, 80 min.", "Schlaf im Schnitt 7,5 h")]
    [InlineData("fr", "7 derniers jours : 3 bilans. 2 séances : 15 km, 80 min.", "7,5 h en moyenne")]
    [InlineData("es", "Últimos 7 días: 3 registros. 2 sesiones: 15 km, 80 min.", "7,5 h de media")]
    [InlineData("pt", "Últimos 7 dias: 3 check-ins. 2 treinos: 15 km, 80 min.", "7,5 h em média")]
    public void The_words_hold_what_the_picture_shows(string language, string summary, string other)
    {
        var week = Week([Day(2), RunDay(1, 10, 50), RunDay(0, 5, 30)]);

        var text = $"{HistoryText.Summary(week, Voice(language))}\n- {string.Join("\n- ", HistoryText.Lines(week, Voice(language)))}";

        Assert.StartsWith(summary, text, StringComparison.Ordinal);
        Assert.Contains(other, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_month_is_told_week_by_week()
    {
        var lines = HistoryText.Lines(Month(Days(28, ago => ago % 2 == 0 ? Day(ago) : null)), Voice()).ToArray();

        Assert.Equal(4, lines.Length);
        Assert.StartsWith("18 Nov – 24 Nov: soreness 3/10", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Three_red_days_in_a_row_are_a_pattern_and_two_are_none()
    {
        Assert.Contains("for 3 days in a row", Assert.Single(Patterns(Days(5, ago => Day(ago, soreness: ago < 3 ? 8 : 2)))), StringComparison.Ordinal);
        Assert.Empty(Patterns(Days(5, ago => Day(ago, soreness: ago < 2 ? 8 : 2))));
    }

    [Fact]
    public void A_day_without_an_answer_ends_a_pattern() =>
        Assert.Empty(Patterns(Days(5, ago => ago == 1 ? null : Day(ago, sleepH: 5))));

    [Fact]
    public void With_a_few_check_ins_nothing_is_compared() => Assert.Empty(Patterns(Days(12, ago => Day(ago, soreness: ago < 7 ? 5 : 1))));

    [Fact]
    public void With_some_the_usual_is_shown_and_called_an_early_picture()
    {
        var said = Patterns(Days(16, ago => Day(ago, soreness: ago < 7 ? 5 : 1))).ToArray();

        Assert.Contains("about 1/10. That is an early picture", said[0], StringComparison.Ordinal);
        Assert.DoesNotContain(said, sentence => sentence.Contains("more soreness than", StringComparison.Ordinal));
    }

    [Fact]
    public void With_three_weeks_before_it_the_week_is_compared_with_the_usual()
    {
        var said = Patterns(Days(40, ago => Day(ago, soreness: ago < 7 ? 5 : 1 + ago % 2))).ToArray();

        Assert.Contains("That is more soreness than your usual 1.5/10.", said);
        Assert.Contains("Sleep is about your usual 7.5 h.", said);
    }

    [Fact]
    public async Task A_terminal_shows_bars_of_letters()
    {
        var chat = new CoachChat { Channel = "terminal" };
        await chat.JoinAsync();
        await chat.SayAsync("10k easy, 50 min, effort 3, soreness 3, slept 8 good, energy 5, stress 5");

        var reply = Assert.Single(await chat.SayAsync("my week"));

        Assert.Contains("Soreness, 0–10     ······▃  3 on average", reply.Text, StringComparison.Ordinal);
        Assert.Empty(reply.Attachments ?? []);
    }

    [Fact]
    public async Task A_shared_conversation_shows_no_history()
    {
        var chat = new CoachChat { IsGroup = true };

        var reply = Assert.Single(await chat.SayAsync("my week"));

        Assert.DoesNotContain("check-in", reply.Text, StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> Patterns(IReadOnlyList<CheckInEntry> history) => HistoryPatterns.Of(Week(history), history, Now, Voice());
}
