using System.Text;
using CoachBot.Coaching.Content;
using CoachBot.Recovery;
using CoachBot.Recovery.Safety;

namespace CoachBot.Tests.Recovery;

/// <summary>The shipped content, loaded once for all tests.</summary>
internal static class RecoveryContent
{
    public static readonly ContentDirectory Files = new(Path.Combine(AppContext.BaseDirectory, "dialogs"));

    public static readonly KnowledgeBase Knowledge = KnowledgeBase.Load(Files);

    public static readonly RecoveryPlanner Planner = new(Knowledge, SafetyGate.Load(Files));

    public static RecoveryPlan Plan(string document) => Planner.Plan(Parse(document));

    public static CheckIn Parse(string document)
    {
        var result = CheckInJson.Parse(Encoding.UTF8.GetBytes(document));
        return result.Value ?? throw new InvalidOperationException(result.Error);
    }

    public static string ErrorOf(string document) => CheckInJson.Parse(Encoding.UTF8.GetBytes(document)).Error ?? "";

    public static string Json(RecoveryPlan plan) => Encoding.UTF8.GetString(PlanJson.Write(plan).Span);

    public static IEnumerable<PlanAction> Offered(this RecoveryPlan plan, Strategy strategy) =>
        plan.Actions.Where(action => action.Strategy == strategy && action.Stance != Stance.Avoid);

    public static DoseRange? Amount(this RecoveryPlan plan, DoseKey key)
    {
        foreach (var (own, range) in plan.Actions.Where(action => action.Dose is not null).SelectMany(action => action.Dose!.Amounts))
        {
            if (own == key)
                return range;
        }

        return null;
    }
}
