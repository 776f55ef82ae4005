using CoachBot.Coaching.Dialogs;
using CoachBot.Coaching.Language;
using CoachBot.Coaching.Search;
using CoachBot.Recovery;
using CoachBot.Recovery.Safety;

namespace CoachBot.Coaching.Content;

/// <summary>The whole <c>dialogs/</c> folder, loaded and checked once at start. Immutable; any thread may use it.</summary>
public sealed class DialogContent
{
    private DialogContent(IContentFiles files)
    {
        // Most of the time to start goes into these, and none needs another.
        var gate = Task.Run(() => SafetyGate.Load(files));
        var knowledge = Task.Run(() => KnowledgeBase.Load(files));
        var language = Task.Run(() => RunnerLanguage.Load(files));
        Phrases = Phrasebook.Load(files);
        Cards = Cards.Load(files, Phrases);
        Gate = gate.GetAwaiter().GetResult();
        Knowledge = knowledge.GetAwaiter().GetResult();
        Planner = new RecoveryPlanner(Knowledge, Gate);
        Search = KnowledgeSearch.Load(files, Knowledge);
        Language = language.GetAwaiter().GetResult();
    }

    public Phrasebook Phrases { get; }

    public Cards Cards { get; }

    public SafetyGate Gate { get; }

    public KnowledgeBase Knowledge { get; }

    public RecoveryPlanner Planner { get; }

    public KnowledgeSearch Search { get; }

    public RunnerLanguage Language { get; }

    /// <exception cref="ContentException">A prompts file or a card is faulty.</exception>
    /// <exception cref="KnowledgeBaseException">A strategy, an answer or a source is faulty.</exception>
    /// <exception cref="InvalidDataException">A file of the safety gate is faulty.</exception>
    public static DialogContent Load(IContentFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return new DialogContent(files);
    }
}
