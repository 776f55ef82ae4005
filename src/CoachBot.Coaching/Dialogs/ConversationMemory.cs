using CoachBot.Recovery.Safety;

namespace CoachBot.Coaching.Dialogs;

/// <summary>What one conversation remembers beside its dialog stack. Plain JSON.</summary>
public sealed record ConversationMemory
{
    /// <summary>Messages so far; sentences take turns by it.</summary>
    public int Turn { get; init; }

    public bool Greeted { get; init; }

    /// <summary>The last day (UTC) somebody wrote here.</summary>
    public DateOnly? SeenOn { get; init; }

    /// <summary>The runner said no to what the coach would keep; it is not asked again unless they want a plan.</summary>
    public bool Refused { get; init; }

    /// <summary>The language the runner has been writing in, where they chose none.</summary>
    public string? Language { get; init; }

    /// <summary>The name of the question that waits for an answer.</summary>
    public string? Asked { get; init; }

    /// <summary>Check-in cards that were sent in, the last few: a card counts once however often its button is pressed.</summary>
    public IReadOnlyList<string> UsedCards { get; init; } = [];

    /// <summary>Answers to that question that could not be read.</summary>
    public int Misses { get; init; }

    /// <summary>The check-in under way; null when there is none.</summary>
    public CheckInAnswers? CheckIn { get; init; }

    /// <summary>A weak sign of danger that was asked about and not answered yet.</summary>
    public SafetyAssessment? Doubt { get; init; }

    /// <summary>When the runner last wrote.</summary>
    public DateTimeOffset? HeardAt { get; init; }

    /// <summary>The last morning check-in that came here: it comes once, whatever asks for it again.</summary>
    public string? Prompted { get; init; }

    /// <summary>The time zone that the morning check-in may move to, while the runner is asked.</summary>
    public string? ZoneAsked { get; init; }
}
