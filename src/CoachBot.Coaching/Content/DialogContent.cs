using CoachBot.Coaching.Dialogs;
using CoachBot.Coaching.Language;
using CoachBot.Recovery;
using CoachBot.Recovery.Safety;

namespace CoachBot.Coaching.Content;

/// <summary>The whole <c>dialogs/</c> folder, loaded and checked once at start. Immutable; any thread may use it.</summary>
public sealed class DialogContent
{
    private DialogContent(IContentFiles files)
    {
        Phrases = Phrasebook.Load(files);
        Cards = Cards.Load(files, Phrases);
        Gate = SafetyGate.Load(files);
        Knowledge = KnowledgeBase.Load(files);
        Planner = new RecoveryPlanner(Knowledge, Gate);
        Language = RunnerLanguage.Load(files);
    }

    public Phrasebook Phrases { get; }

    public Cards Cards { get; }

    public SafetyGate Gate { get; }

    public KnowledgeBase Knowledge { get; }

    public RecoveryPlanner Planner { get; }

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
