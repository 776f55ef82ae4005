using System.Text.Json.Nodes;
using CoachBot.BotBuilder.Schema;
using CoachBot.Coaching.Content;
using CoachBot.Recovery;

namespace CoachBot.Coaching.Dialogs;

/// <summary>Cards that a channel asks for, to show them outside the conversation: the check-in in a window, where the runner is in a tab.</summary>
internal static class FetchedCards
{
    /// <summary>The answer as Teams has it for the same requests; null for any other request.</summary>
    public static JsonObject? Answer(string? name, CoachTurn turn) => name switch
    {
        "task/fetch" => new JsonObject
        {
            ["task"] = Continue(new JsonObject
            {
                ["title"] = turn.Voice.Say("card.check-in.title"),
                ["card"] = ToJson(turn.Content.Cards.CheckIn(turn.Voice, turn.Activity.Id ?? "", executes: false)),
            })
        },
        "tab/fetch" => new JsonObject
        {
            ["tab"] = Continue(new JsonObject
            {
                ["cards"] = new JsonArray(new JsonObject { ["card"] = ToJson(Home(turn)) }),
            })
        },
        _ => null,
    };

    /// <summary>Beside a health warning that holds the plans, nothing but that it does.</summary>
    private static Attachment Home(CoachTurn turn)
    {
        var voice = turn.Voice;
        var plan = turn.Runner.Lock is null && !AgeGate.IsClosed(turn) ? PlanReplies.Current(turn) : null;
        var band = turn.Runner.Lock is not null ? voice.Say("band.hold") : plan is null ? voice.Say("home.none") : PlanView.Headline(plan, voice);
        var zone = turn.Activity.LocalTimezone is { Length: > 0 } name ? voice.Say("home.zone", ("value", name)) : "";
        return turn.Content.Cards.Home(voice, band, plan is null ? "" : PlanView.Confidence(plan, voice), Next(turn), zone, Choices(turn));
    }

    private static string Next(CoachTurn turn) =>
        turn.Runner.Reminder is { } reminder ? ReminderReplies.Next(turn, reminder) : turn.Voice.Say("home.next-none");

    /// <summary>The other languages and units.</summary>
    private static Button[] Choices(CoachTurn turn) =>
    [
        .. QuestionButtons.For(Question.Language, turn.Voice, misses: 0, hasCards: false).Where((_, i) => Cultures.Languages[i] != turn.Language),
        .. QuestionButtons.For(Question.Units, turn.Voice, misses: 0, hasCards: false).Skip(turn.Voice.Units == Units.Imperial ? 0 : 1).Take(1),
    ];

    private static JsonObject Continue(JsonObject value) => new() { ["type"] = "continue", ["value"] = value };

    private static JsonObject ToJson(Attachment card) => new() { ["contentType"] = card.ContentType, ["content"] = (JsonObject)card.Content! };
}
