using System.Globalization;
using CoachBot.Coaching.Language;

namespace CoachBot.Tests.Coaching.Language;

public sealed class UnderstandingTests
{
    [Theory]
    [InlineData("hi coach, 10k easy in 52:30", "10k")]
    [InlineData("🏃 ran 6½ miles", "6½ miles")]
    [InlineData("footing tranquille, 12,5 km ce matin", "12,5 km")]
    public void A_slot_knows_where_it_was_said(string text, string distance)
    {
        var slot = RunnerLanguages.Understand(text).DistanceKm!;

        Assert.Equal(distance, text.Substring(slot.Start, slot.Length));
    }

    [Theory]
    [InlineData(DialogStep.Soreness, "soreness")]
    [InlineData(DialogStep.Effort, "rpe")]
    [InlineData(DialogStep.Sleep, "sleep_hours")]
    [InlineData(DialogStep.Run, "distance_km")]
    public void The_step_decides_a_bare_number(DialogStep step, string slot)
    {
        Assert.Equal($$"""{"id":"","intent":"answer","{{slot}}":7}""", RunnerLanguages.Slots("7", step));
    }

    [Fact]
    public void Outside_any_step_a_bare_number_is_not_guessed()
    {
        Assert.Equal("""{"id":"","intent":"unknown"}""", RunnerLanguages.Slots("7"));
    }

    [Fact]
    public void A_range_keeps_its_ends()
    {
        var sleep = RunnerLanguages.Understand("slept 5-6h").SleepHours!;

        Assert.Equal(5.5, sleep.Value);
        Assert.Equal(new ValueRange(5, 6), sleep.Range);
    }

    [Theory]
    [InlineData("ran 500k", "distance_km", 500)]
    [InlineData("slept 26 hours", "sleep_hours", 26)]
    [InlineData("rhr 900", "rhr_bpm", 900)]
    public void What_cannot_be_is_asked_again_with_what_was_heard(string text, string slot, double said)
    {
        var understanding = RunnerLanguages.Understand(text);

        Assert.Equal(slot, understanding.Ask);
        Assert.Equal(said, understanding.Doubt!.Said);
        Assert.True(said > understanding.Doubt.Max);
    }

    [Theory]
    [InlineData("dormí siete horas y media", "en", "es")]
    [InlineData("j'ai bien dormi cette nuit", "en", "fr")]
    [InlineData("ich habe schlecht geschlafen", "en", "de")]
    [InlineData("não dormi muito bem ontem", "en", "pt")]
    [InlineData("my left calf is sore", "de", "en")]
    [InlineData("10 km", "de", "de")]
    [InlineData("12", "pt", "pt")]
    public void The_message_decides_its_language_and_the_setting_breaks_ties(string text, string locale, string language)
    {
        Assert.Equal(language, RunnerLanguages.Understand(text, locale: locale).Language);
    }

    [Fact]
    public void A_message_in_two_languages_is_read_in_both()
    {
        var understanding = RunnerLanguages.Understand("heute long run 20 km, slept 7 hours", locale: "de");

        Assert.Equal(RunType.Long, understanding.RunType!.Value);
        Assert.Equal(7, understanding.SleepHours!.Value);
        Assert.Equal(0, understanding.WhenDays!.Value);
    }

    [Theory]
    [InlineData("6 miles", DistanceUnit.Mile)]
    [InlineData("6 km", DistanceUnit.Kilometre)]
    public void The_unit_said_is_kept_for_the_answer(string text, DistanceUnit unit)
    {
        Assert.Equal(unit, RunnerLanguages.Understand(text, DialogStep.Run).DistanceUnitSaid);
    }

    [Theory]
    [InlineData("en", "ping me between 6 and 8 on weekdays", "06:00", "08:00")]
    [InlineData("en", "remind me every day 7 to 8pm", "19:00", "20:00")]
    [InlineData("es", "avísame entre las 6 y las 8", "06:00", "08:00")]
    [InlineData("fr", "rappelle-moi entre 6h et 8h", "06:00", "08:00")]
    [InlineData("de", "erinnere mich zwischen sechs und acht", "06:00", "08:00")]
    [InlineData("pt", "me lembra entre 6 e 8", "06:00", "08:00")]
    public void A_reminder_may_have_a_window(string language, string text, string from, string to)
    {
        var understanding = RunnerLanguages.Understand(text, locale: language);

        Assert.Equal(new TimeWindow(TimeOnly.Parse(from, CultureInfo.InvariantCulture), TimeOnly.Parse(to, CultureInfo.InvariantCulture)), understanding.PromptWindow!.Value);
        Assert.Equal(understanding.PromptWindow.Value.From, understanding.PromptTime!.Value);
    }

    public static TheoryData<string, string, ReminderBreak> Breaks => new()
    {
        { "en", "pause until monday", new(BreakKind.Pause) { Weekday = DayOfWeek.Monday } },
        { "en", "no reminders for two weeks", new(BreakKind.Pause) { Days = 14 } },
        { "en", "pause reminders until 3 january", new(BreakKind.Pause) { Month = 1, DayOfMonth = 3 } },
        { "en", "mute reminders until the 15th", new(BreakKind.Pause) { DayOfMonth = 15 } },
        { "en", "snooze", new(BreakKind.Snooze) },
        { "en", "remind me in 20 mins", new(BreakKind.Snooze) { Minutes = 20 } },
        { "es", "pausa hasta el lunes", new(BreakKind.Pause) { Weekday = DayOfWeek.Monday } },
        { "es", "recuérdamelo dentro de media hora", new(BreakKind.Snooze) { Minutes = 30 } },
        { "fr", "pause jusqu'à lundi", new(BreakKind.Pause) { Weekday = DayOfWeek.Monday } },
        { "fr", "coupe les rappels pendant une semaine", new(BreakKind.Pause) { Days = 7 } },
        { "de", "pausiere bis Montag", new(BreakKind.Pause) { Weekday = DayOfWeek.Monday } },
        { "de", "keine Erinnerungen bis zum 3. Dezember", new(BreakKind.Pause) { Month = 12, DayOfMonth = 3 } },
        { "pt", "pausa até segunda", new(BreakKind.Pause) { Weekday = DayOfWeek.Monday } },
        { "pt", "me lembra daqui a 20 minutos", new(BreakKind.Snooze) { Minutes = 20 } },
    };

    [Theory]
    [MemberData(nameof(Breaks))]
    public void A_reminder_is_put_off_and_not_ended(string language, string text, ReminderBreak expected)
    {
        var understanding = RunnerLanguages.Understand(text, locale: language);

        Assert.Equal(expected, understanding.Break?.Value);
        Assert.Contains(understanding.Intent, new[] { Intent.SetReminder, Intent.StopReminder });
    }

    [Theory]
    [InlineData("stop the reminders", "en")]
    [InlineData("quita los recordatorios", "es")]
    [InlineData("arrête les rappels", "fr")]
    [InlineData("keine Erinnerungen mehr", "de")]
    [InlineData("para com os lembretes", "pt")]
    public void Without_an_end_reminders_stop(string text, string language)
    {
        var understanding = RunnerLanguages.Understand(text, locale: language);

        Assert.Equal(Intent.StopReminder, understanding.Intent);
        Assert.Null(understanding.Break);
    }

    [Fact]
    public void Mass_before_and_after_are_told_apart()
    {
        var understanding = RunnerLanguages.Understand("72 kg before, 70.8 kg after", DialogStep.Mass);

        Assert.Equal(72, understanding.MassBeforeKg!.Value);
        Assert.Equal(70.8, understanding.MassAfterKg!.Value);
    }

    [Fact]
    public void A_doubtful_command_offers_the_other_reading()
    {
        var understanding = RunnerLanguages.Understand("stop");

        Assert.Contains(Intent.Cancel, understanding.IntentAlternatives.Prepend(understanding.Intent));
        Assert.Contains(Intent.StopReminder, understanding.IntentAlternatives.Prepend(understanding.Intent));
    }

    [Theory]
    [InlineData("use miles", UnitSystem.Imperial)]
    [InlineData("switch to km please", UnitSystem.Metric)]
    public void A_change_of_units_says_which(string text, UnitSystem units)
    {
        Assert.Equal(units, RunnerLanguages.Understand(text).UnitsWanted);
    }

    [Theory]
    [InlineData("change language to german", "de")]
    [InlineData("habla en francés", "fr")]
    [InlineData("muda o idioma pra inglês", "en")]
    public void A_change_of_language_says_which(string text, string language)
    {
        Assert.Equal(language, RunnerLanguages.Understand(text).LanguageWanted);
    }
}
