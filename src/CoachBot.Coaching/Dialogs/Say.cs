using CoachBot.Coaching.Content;
using CoachBot.Recovery;

namespace CoachBot.Coaching.Dialogs;

/// <summary>Sentences that are put together from several keys.</summary>
internal static class Say
{
    public static string Example(Voice voice) => voice.Say(voice.Units == Units.Imperial ? "example.imperial" : "example.metric");

    public static string Question(Question question, CoachTurn turn) => question.Name switch
    {
        "run" => turn.Voice.Say(PlanReplies.FollowUp(turn) is { } band ? $"follow.{band}" : "ask.run", ("example", Example(turn.Voice))),
        "amount" when turn.Answers.DistanceKm is not null => turn.Voice.Say("ask.duration"),
        "setup" when turn.Zone is { } zone => turn.Voice.Say("ask.setup", ("units", UnitsOf(turn.Voice)), ("zone", ZoneReader.NameOf(zone.Id, turn.Voice))),
        "setup" => turn.Voice.Say("ask.setup-clock", ("units", UnitsOf(turn.Voice))),
        "delete" or "language" or "units" => turn.Voice.Say($"{question.Name}.ask"),
        _ => turn.Voice.Say($"ask.{question.Name}"),
    };

    private static string UnitsOf(Voice voice) => voice.Say(voice.Units == Units.Imperial ? "units.name.mi" : "units.name.km");

    /// <summary>One sentence that helps: what is doubtful or expected, and the second time that a tap will do.</summary>
    public static string NotUnderstood(Question question, CoachTurn turn)
    {
        var voice = turn.Voice;
        if (turn.SafetyNote is not null)
            return turn.SafetyNote;
        if (turn.Said.Ask is not null)
            return Doubt(turn);
        if (!voice.Phrases.Has($"expect.{question.Name}"))
            return voice.Say("wrong");
        return turn.Memory.Misses % 2 == 0 && Buttons.AreShownIn(turn.Activity)
            ? voice.Say("tap")
            : $"{voice.Say("wrong")} {voice.Say($"expect.{question.Name}")}";
    }

    /// <summary>Why a value is not taken, and what is expected there.</summary>
    public static string Doubt(CoachTurn turn)
    {
        var (reason, question) = turn.Said.Ask switch
        {
            "distance_km" or "pace_s_per_km" => ("distance", "amount"),
            "duration_min" => ("duration", "duration"),
            "rpe" => ("effort", "effort"),
            "soreness" => ("soreness", "soreness"),
            "sleep_hours" => ("sleep", "sleep"),
            "sleep_quality" => ("scale-5", "sleep-quality"),
            "energy" => ("scale-5", "energy"),
            "stress" => ("scale-5", "stress"),
            "mass_kg" => ("mass", null),
            "rhr_bpm" or "hrv_ms" => ("heart", null),
            _ => ("other", (string?)null),
        };
        var said = turn.Voice.Say($"doubt.{reason}");
        return question is null ? said : $"{said} {turn.Voice.Say($"expect.{question}")}";
    }

    public static string Help(Voice voice) => $"{voice.Say("help.idle", ("example", Example(voice)))}\n\n{voice.Say("help.not-a-doctor")}";

    /// <summary>Paragraphs of one message.</summary>
    public static string Paragraphs(params ReadOnlySpan<string?> parts)
    {
        var said = new List<string>(parts.Length);
        foreach (var part in parts)
        {
            if (!string.IsNullOrEmpty(part))
                said.Add(part);
        }

        return string.Join("\n\n", said);
    }
}
