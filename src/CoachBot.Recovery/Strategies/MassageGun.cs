namespace CoachBot.Recovery.Strategies;

/// <summary>Evidence A5.2: only for those who have one; never just before fast work.</summary>
internal sealed class MassageGun : IRecoveryStrategy
{
    private const double JustBeforeH = 3;

    public string Id => "massageGun";

    public void Propose(PlanFacts facts, Proposals to)
    {
        if (!facts.Wants(to.Entry(Id)) || !facts.Situation.IsHard)
            return;

        if (facts is { NextIsDemanding: true, HoursToNext: < JustBeforeH })
            to.AfterSession(Id, "no-gun-before-fast-work");
        else if (facts.Situation.IsLong || facts.Situation.Downhill || facts.Situation.IsBigRace || facts.Soreness >= 4)
            to.AfterSession(Id, "gun-gently");
    }
}
