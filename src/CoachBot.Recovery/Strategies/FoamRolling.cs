namespace CoachBot.Recovery.Strategies;

/// <summary>Evidence A6.1: a small, real comfort after what makes sore.</summary>
internal sealed class FoamRolling : IRecoveryStrategy
{
    public string Id => "foamRolling";

    public void Propose(PlanFacts facts, Proposals to)
    {
        var entry = to.Entry(Id);
        var sore = facts.Soreness >= 4 && facts.Situation.Kind is SituationKind.Quality or SituationKind.Hills or SituationKind.Strength;
        var fits = facts.Situation.IsLong || facts.Situation.Downhill || facts.Situation.IsBigRace || sore;
        if (fits && facts.MayHave(entry) && !(facts.IsRaceWeek && !facts.Tried(entry)))
            to.AfterSession(Id, "roll-comfort");
    }
}
