using System.Text.Json.Nodes;
using CoachBot.BotBuilder.Connector;
using CoachBot.BotBuilder.Schema;
using CoachBot.Coaching.Content;
using CoachBot.Recovery;
using CoachBot.Recovery.Safety;

namespace CoachBot.Coaching.Dialogs;

/// <summary>The cards that are sent, made from the templates in <c>dialogs/cards/</c>.</summary>
public sealed class Cards
{
    internal const string ContentType = "application/vnd.microsoft.card.adaptive";

    private readonly CardTemplate _plan;
    private readonly CardTemplate _checkIn;
    private readonly CardTemplate _sent;
    private readonly CardTemplate _history;
    private readonly CardTemplate _home;

    private Cards(IContentFiles files)
    {
        (_plan, _checkIn, _sent) = (CardTemplate.Load(files, "plan"), CardTemplate.Load(files, "check-in"), CardTemplate.Load(files, "check-in-sent"));
        (_history, _home) = (CardTemplate.Load(files, "history"), CardTemplate.Load(files, "home"));
    }

    /// <exception cref="ContentException">A card is missing, or cannot be rendered in one of the languages.</exception>
    public static Cards Load(IContentFiles files, Phrasebook phrases)
    {
        var cards = new Cards(files);
        foreach (var language in Cultures.Languages)
        {
            var voice = new Voice(phrases, language, Cultures.For(language, null), Units.Metric, 0);
            cards.CheckIn(voice, "", executes: true);
            cards.CheckInSent(voice, [("run", "")]);
            cards.History(new Uri("about:blank"), "", voice);
            cards.Home(voice, "", "", "", "", []);
            cards.Plan(Sample, new CheckIn { Now = DateTimeOffset.UnixEpoch }, voice, "");
        }

        return cards;
    }

    /// <summary>Channels that show Adaptive Cards; the others get the text alone.</summary>
    public static bool ShownIn(string? channelId) =>
        channelId is Channels.Webchat or Channels.Directline or Channels.Msteams or Channels.Emulator or Channels.M365 or Channels.Outlook
            or Channels.Slack;

    /// <summary>Where the plan goes as a card with a short text; elsewhere the same lines would stand there twice.</summary>
    public static bool ShowsPlanIn(string? channelId) => channelId is Channels.Msteams or Channels.M365 or Channels.Outlook or Channels.Slack;

    internal Attachment Plan(RecoveryPlan plan, CheckIn checkIn, Voice voice, string text)
    {
        var next = PlanView.NextHard(plan, checkIn, voice);
        return Attach(_plan, voice, new JsonObject
        {
            ["language"] = voice.Language,
            ["text"] = text,
            ["headline"] = PlanView.Headline(plan, voice),
            ["confidence"] = PlanView.Confidence(plan, voice),
            ["reasons"] = ListOf(plan.Reasons.Select(reason => new JsonObject { ["text"] = reason.Text })),
            ["times"] = ListOf(plan.Actions.GroupBy(action => action.When).Select(group => new JsonObject
            {
                ["when"] = PlanView.WhenOf(group.Key, voice),
                ["actions"] = ListOf(group.Select(action => new JsonObject { ["text"] = action.Text, ["evidence"] = Label(action, voice) })),
            })),
            ["hasNext"] = next is not null,
            ["next"] = next ?? "",
        });
    }

    /// <summary>Where a button's press is answered with a new card (Action.Execute); elsewhere it is a message (Action.Submit).</summary>
    public static bool ExecutesIn(string? channelId) => ShowsPlanIn(channelId);

    /// <param name="voice">The runner's language.</param>
    /// <param name="nonce">What this card is known by when it comes back.</param>
    /// <param name="executes">As <see cref="ExecutesIn"/>.</param>
    internal Attachment CheckIn(Voice voice, string nonce, bool executes) => Attach(_checkIn, voice, new JsonObject
    {
        ["language"] = voice.Language,
        ["example"] = Say.Example(voice),
        ["nonce"] = nonce,
        ["executes"] = executes,
        ["submits"] = !executes,
    });

    /// <summary>What stands in the place of the form once it was sent in.</summary>
    internal Attachment CheckInSent(Voice voice, IEnumerable<(string Field, string Value)> filled) => Attach(_sent, voice, new JsonObject
    {
        ["language"] = voice.Language,
        ["facts"] = ListOf(filled.Select(entry => new JsonObject { ["title"] = voice.Say($"card.check-in.{entry.Field}"), ["value"] = entry.Value })),
    });

    internal Attachment History(Uri address, string summary, Voice voice) => Attach(_history, voice, new JsonObject
    {
        ["language"] = voice.Language,
        ["address"] = address.OriginalString,
        ["summary"] = summary,
    });

    /// <summary>Where the runner is: for channels with a place of their own for it, such as Slack's Home tab.</summary>
    internal Attachment Home(Voice voice, string band, string confidence, string next, string zone, IReadOnlyList<Button> choices) => Attach(_home, voice, new JsonObject
    {
        ["language"] = voice.Language,
        ["band"] = band,
        ["hasConfidence"] = confidence.Length > 0,
        ["confidence"] = confidence,
        ["next"] = next,
        ["settings"] = string.Join("\n", new[] { DataReplies.LanguageAndUnits(voice), zone }.Where(line => line.Length > 0)),
        ["choices"] = ListOf(choices.Select(choice => new JsonObject { ["title"] = choice.Title, ["value"] = choice.Value })),
    });

    private static string Label(PlanAction action, Voice voice) =>
        $"{voice.Say($"stance.{JsonNames.Of(action.Stance)}")} · {PlanView.EvidenceOf(action, voice)}";

    private static JsonArray ListOf(IEnumerable<JsonObject> items) => new([.. items]);

    private static Attachment Attach(CardTemplate template, Voice voice, JsonObject data) =>
        new(contentType: ContentType, content: template.Render(data, voice));

    /// <summary>Fills every place of the plan card, so that a fault in it shows at start and not in front of a runner.</summary>
    private static RecoveryPlan Sample { get; } = new()
    {
        Band = Band.Go,
        Confidence = Confidence.Learning,
        Reasons = [new("soreness", Level.Fine, "")],
        Safety = new(SafetyTier.None, [], null, false),
        Actions =
        [
            new() { Id = "", Strategy = Strategy.Rest, Stance = Stance.Do, When = When.Now, Text = "", Why = "", Evidence = Evidence.Expert, Sources = [], Rule = "" },
        ],
        NextHard = new(DateTimeOffset.UnixEpoch, 0, []),
        Language = Cultures.Fallback,
        Text = "",
    };
}
