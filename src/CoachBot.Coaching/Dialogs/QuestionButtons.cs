using System.Globalization;
using CoachBot.Coaching.Content;
using CoachBot.Recovery;

namespace CoachBot.Coaching.Dialogs;

/// <summary>
/// Few taps for common answers; any other is typed. Scales show five steps, which fit a phone without scrolling.
/// After two answers that could not be read, "skip" joins them.
/// </summary>
internal static class QuestionButtons
{
    private const int MissesBeforeSkip = 2;

    private static readonly TimeOnly[] MorningsOffered = [new(6, 30), new(7, 0), new(8, 0)];
    private static readonly int[] MinutesOffered = [30, 45, 60, 90, 120];
    private static readonly int[] HoursOffered = [5, 6, 7, 8, 9];
    private static readonly string[] SitesOffered = ["quads", "calves", "hamstrings", "knee", "achilles"];
    private static readonly string[] DaysOffered = ["fresh", "ok", "flat", "wrecked"];
    private static readonly TimeOnly[] TimesOffered = [new(6, 0), new(6, 45), new(7, 30), new(8, 0)];
    private static readonly string[] RunsOffered = ["easy", "long", "intervals", "race"];

    /// <param name="question">What is asked.</param>
    /// <param name="voice">The runner's language.</param>
    /// <param name="misses">Answers that could not be read.</param>
    /// <param name="hasCards">The channel can show the check-in as a form.</param>
    public static IReadOnlyList<Button> For(Question question, Voice voice, int misses, bool hasCards)
    {
        var buttons = Usual(question, voice, misses);
        if (hasCards && question == Question.Run)
            buttons = [.. buttons, Plain(voice, "button.form") with { Form = "check-in" }];
        return misses >= MissesBeforeSkip && Question.CheckIn.Contains(question) && question != Question.Next && question != Question.Illness ? [.. buttons, Plain(voice, "button.skip")] : buttons;
    }

    public static Button Plain(Voice voice, string key) => new(voice.Say(key), voice.Say(key));

    private static Button[] Usual(Question question, Voice voice, int misses) => question.Name switch
    {
        "run" when misses >= MissesBeforeSkip => [.. RunsOffered.Select(kind => Plain(voice, $"kind.{kind}")), Plain(voice, "button.no-run")],
        "run" => [Plain(voice, "button.no-run")],
        "amount" => [.. MinutesOffered.Select(minutes => Value(voice, "button.minutes", minutes, $"{minutes} min"))],
        "effort" or "soreness" or "sleep-quality" or "stress" => Scale(question, voice),
        "energy" => [.. DaysOffered.Select(day => Plain(voice, $"button.day.{day}"))],
        "site" => [.. SitesOffered.Select(site => Plain(voice, $"button.site.{site}"))],
        "spot" => [Plain(voice, "button.spot.one"), Plain(voice, "button.spot.spread")],
        "sleep" => [.. HoursOffered.Select(hours => Value(voice, "button.hours", hours, $"{hours} h"))],
        "delete" => [Plain(voice, "button.delete"), Plain(voice, "button.no")],
        "language" => [new("English", "English"), new("Español", "Español"), new("Français", "Français"), new("Deutsch", "Deutsch"), new("Português", "Português")],
        "reminder" => [.. TimesOffered.Select(time => new Button(ReminderWords.Time(time, voice), time.ToString("HH:mm", CultureInfo.InvariantCulture)))],
        "next" => [Plain(voice, "button.next.tomorrow"), Plain(voice, "button.next.later"), Plain(voice, "button.next.none"), Plain(voice, "button.skip")],
        "illness" => [Plain(voice, "button.no"), Plain(voice, "button.ill.cold"), Plain(voice, "button.ill.fever"), Plain(voice, "button.skip")],
        "setup" => [Plain(voice, "button.fits"), Plain(voice, voice.Units == Units.Imperial ? "button.km" : "button.mi"), Plain(voice, "button.language")],
        "age" => [Plain(voice, "button.age.under18"), Plain(voice, "button.age.adult"), Plain(voice, "button.age.older"), Plain(voice, "button.skip")],
        "mass" => [Plain(voice, "button.skip")],
        "health" => [Plain(voice, "button.none"), Plain(voice, "button.skip")],
        "morning" => [.. MorningsOffered.Select(time => new Button(time.ToString("t", voice.Culture), $"{time:HH\\:mm}")), Plain(voice, "button.no")],
        "units" => [Plain(voice, "button.km"), Plain(voice, "button.mi")],
        _ => [],
    };

    private static Button[] Scale(Question question, Voice voice) =>
        [.. question.Scale.Select(value => new Button(
            voice.Say("button.scale", ("value", value), ("word", voice.Say($"scale.{question.Name}.{value}"))), $"{value}"))];

    private static Button Value(Voice voice, string key, int value, string said) => new(voice.Say(key, ("value", value)), said);
}
