namespace CoachBot.Recovery.Safety;

/// <summary>One thing found in a text, such as <c>C1.chest-pain</c>. Never holds what the person wrote (evidence C-ii 13).</summary>
public sealed record SafetySign(string Id, SafetyTier Tier)
{
    /// <summary>A single weak cue: one question that names the danger is worth asking; unanswered, <see cref="Tier"/> stands.</summary>
    public bool Ask { get; init; }

    /// <summary>It happens to somebody else now: the emergency instruction is for them, and this runner's plan is not locked.</summary>
    public bool OtherPerson { get; init; }

    /// <summary>The condition of section C that it belongs to: "C1" … "C20".</summary>
    public string Condition => Id.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? Id[..dot] : Id;
}
