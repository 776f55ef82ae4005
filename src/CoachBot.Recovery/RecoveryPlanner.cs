using CoachBot.Recovery.Safety;

namespace CoachBot.Recovery;

/// <summary>From a check-in to a plan: a pure function, the same plan for the same check-in, byte for byte.</summary>
public sealed class RecoveryPlanner(KnowledgeBase knowledge, SafetyGate gate)
{
    private readonly (KnowledgeBase Knowledge, SafetyGate Gate) _given = (knowledge, gate);

    public RecoveryPlan Plan(CheckIn checkIn) => new()
    {
        Band = Band.Ease,
        Confidence = Confidence.Learning,
        Reasons = [],
        Safety = new(_given.Gate.Assess("").Tier, [], null, false),
        Actions = [],
        Language = "en",
        Text = "",
    };
}
