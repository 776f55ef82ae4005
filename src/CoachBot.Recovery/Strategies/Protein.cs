namespace CoachBot.Recovery.Strategies;

/// <summary>Evidence A2.2. The protein of an ordinary meal after a run is part of that meal's line (see <see cref="Carbohydrate"/>).</summary>
internal sealed class Protein : IRecoveryStrategy
{
    public string Id => "protein";

    public void Propose(PlanFacts facts, Proposals to)
    {
        if (facts.Situation.Kind == SituationKind.Strength)
        {
            to.AfterSession(Id, "protein-after-strength", facts.Over50 ? "protein:over50" : "protein:meal");
            to.AfterSession(Id, "protein-day");
            to.AfterSession(Id, "protein-before-bed");
        }
        else if (facts.Situation.Downhill)
        {
            to.AfterSession(Id, "protein-through-the-day", facts.Over50 ? "protein:over50" : "protein:meal");
        }
        else if (facts.Situation.Kind == SituationKind.VeryLong)
        {
            to.AfterSession(Id, "protein-before-bed");
        }

        if (facts.EatsPlantsOnly && facts.Situation.IsHard && facts.Situation.Kind != SituationKind.ShortRace)
            to.AfterSession(Id, "plant-portions");
    }
}
