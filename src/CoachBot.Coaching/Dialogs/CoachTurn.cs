using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.Coaching.Content;
using CoachBot.Coaching.History;
using CoachBot.Coaching.Language;
using CoachBot.Recovery;

namespace CoachBot.Coaching.Dialogs;

/// <summary>One turn as the dialogs see it: who writes, what was said, what is known, and the one message that goes back.</summary>
internal sealed class CoachTurn
{
    private readonly List<string> _preface = [];
    private readonly ITurnContext _context;
    private Understanding? _said;
    private Attachment? _card;

    public CoachTurn(ITurnContext context, DialogContent content, RunnerRecord runner, ConversationMemory memory, DateTimeOffset utcNow)
    {
        _context = context;
        (Content, Runner, Memory) = (content, runner, memory);
        Input = RunnerInput.Read(context.Activity);
        Speaks = context.Activity.Type == ActivityTypes.Message;
        Zone = FindZone(context.Activity.LocalTimezone) ?? FindZone(runner.TimeZone);
        Now = Local(context.Activity.Timestamp ?? utcNow);
        context.TurnState.Set(this);
    }

    public DialogContent Content { get; }

    public Activity Activity => _context.Activity;

    /// <summary>Null where nobody serves pictures.</summary>
    public IPictureLinks? Pictures { get; init; }

    public RunnerInput Input { get; private set; }

    /// <summary>The runner said something: a message, a card's button, or an edit that tells something.</summary>
    public bool Speaks { get; private set; }

    /// <summary>A message of before was changed to this.</summary>
    public bool IsEdit => Activity.Type == ActivityTypes.MessageUpdate;

    public string Text => Input.Text;

    /// <summary>On the runner's clock where the channel or the runner told it.</summary>
    public DateTimeOffset Now { get; }

    public TimeZoneInfo? Zone { get; }

    public RunnerRecord Runner { get; set; }

    public ConversationMemory Memory { get; set; }

    /// <summary>What the safety gate says about a message that does not stop the coach: a caution, or a short answer; else null.</summary>
    public string? SafetyNote { get; set; }

    /// <summary>That caution is about a medicine and nothing else.</summary>
    public bool SafetyNoteIsOnMedicine { get; set; }

    /// <summary>What a check-in that the coach begins takes as given.</summary>
    public CheckInAnswers? Opening { get; set; }

    /// <summary>Buttons beside those of the first message of this turn.</summary>
    public IReadOnlyList<Button> Extra { get; set; } = [];

    /// <summary>What the runner told before they agreed that it is kept. In memory, for minutes.</summary>
    public string? ToldBeforeConsent { get; set; }

    /// <summary>This turn began with a greeting.</summary>
    public bool JustGreeted { get; set; }

    /// <summary>Everything about the runner and the conversation goes with the end of this turn.</summary>
    public bool Forget { get; set; }

    public CheckInAnswers Answers
    {
        get => Memory.CheckIn ?? new CheckInAnswers();
        set => Memory = Memory with { CheckIn = value };
    }

    /// <summary>The question that this message may answer.</summary>
    public Question? Asked => Question.Find(Memory.Asked);

    public string Language => Runner.Language ?? Memory.Language ?? Cultures.LanguageOf(Activity.Locale) ?? Cultures.Fallback;

    /// <summary>The language with the runner's country, which emergency numbers go by: "es-US".</summary>
    public string Locale => Country is { } country ? $"{Language}-{country}" : Language;

    public Voice Voice => new(Content.Phrases, Language, Cultures.For(Language, Locale), Runner.Units ?? Units.Metric, Memory.Turn);

    public Understanding Said => _said ??= Read();

    public string? Country => Activity.Locale?.Split('-', '_') is { Length: > 1 } parts && parts[^1].Length == 2 ? parts[^1].ToUpperInvariant() : null;

    public static CoachTurn Of(ITurnContext context) => context.TurnState.Get<CoachTurn>()!;

    public Understanding Understand(string text, DialogStep step) => Content.Language.Understand(text, step, Locale);

    /// <summary>Goes on as if the runner had said this instead.</summary>
    public void Hear(string text) => Hear(RunnerInput.OfText(text));

    public void Hear(RunnerInput input)
    {
        (Input, Speaks) = (input, true);
        _said = null;
    }

    /// <summary>A card to go with whatever this turn says next.</summary>
    public void Attach(Attachment card) => _card = card;

    /// <summary>The message is one of these phrases and nothing else.</summary>
    public bool Is(string key) => WordList.Is(Text, Voice.Words(key));

    /// <summary>The message is one of these phrases or contains it, in the runner's language.</summary>
    public bool Says(string key) => WordList.Finds(Text, Voice.Words(key));

    /// <summary>A sentence to go in front of whatever this turn says next.</summary>
    public void Preface(string sentence) => _preface.Add(sentence);

    /// <summary>Nothing else stands beside a safety message.</summary>
    public void DropPreface()
    {
        _preface.Clear();
        _card = null;
    }

    /// <summary>What was to stand in front, where nothing came after it.</summary>
    public Task SendRestAsync(CancellationToken cancellationToken) => _preface.Count > 0 ? SendAsync("", cancellationToken) : Task.CompletedTask;

    public Task SendAsync(string text, CancellationToken cancellationToken) => SendAsync(text, [], null, cancellationToken);

    public Task SendAsync(string text, IReadOnlyList<Button> buttons, CancellationToken cancellationToken) =>
        SendAsync(text, buttons, null, cancellationToken);

    /// <summary>One message: the preface and the text, with buttons and a card where the channel shows them.</summary>
    public async Task SendAsync(string text, IReadOnlyList<Button> buttons, Attachment? card, CancellationToken cancellationToken)
    {
        var reply = new Activity(ActivityTypes.Message)
        {
            Text = Say.Paragraphs([.. _preface, text]),
            TextFormat = TextFormatTypes.Markdown,
            Locale = Locale,
            InputHint = InputHints.ExpectingInput,
        };
        _preface.Clear();
        if ((card ?? _card) is { } shown)
            reply.Attachments = [shown];
        _card = null;
        Buttons.Add(reply, [.. buttons, .. Extra], Activity);
        Extra = [];
        await _context.SendActivityAsync(reply, cancellationToken);
    }

    /// <summary>"Back" at a question is the command: whoever means the lower back says so.</summary>
    private Understanding Read()
    {
        if (Asked is not null && Is("words.back"))
            return new Understanding { Intent = Intent.Back, Language = Language };
        return Is("words.same") ? new Understanding { Intent = Intent.Same, Language = Language } : WatchFileReplies.AddTo(Understand(Text, IsEdit ? DialogStep.Any : Asked?.Step ?? DialogStep.Any), this);
    }

    private static TimeZoneInfo? FindZone(string? id) => TimeZoneInfo.TryFindSystemTimeZoneById(id ?? "", out var zone) ? zone : null;

    private DateTimeOffset Local(DateTimeOffset time)
    {
        if (Zone is not null)
            return TimeZoneInfo.ConvertTime(time, Zone);
        return _context.Activity.LocalTimestamp is { } local ? time.ToOffset(local.Offset) : time;
    }
}
