namespace CoachBot.Recovery.Safety;

/// <summary>How grave a text is (evidence C-i). Ordered: a higher value is graver, and the gravest found wins.</summary>
public enum SafetyTier
{
    None = 0,

    /// <summary>Caution: a plan with a restriction; pharmacist, midwife or own team.</summary>
    T4,

    /// <summary>A clinician this week; no running on it.</summary>
    T3,

    /// <summary>Same day: urgent care, doctor or helpline; no run, no plan.</summary>
    T2,

    /// <summary>Emergency now.</summary>
    T1,

    /// <summary>Crisis: self-harm or suicide.</summary>
    T0,
}
