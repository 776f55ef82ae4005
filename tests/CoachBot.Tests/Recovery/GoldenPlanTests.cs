using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CoachBot.Recovery;
using static CoachBot.Tests.Recovery.RecoveryContent;

namespace CoachBot.Tests.Recovery;

/// <summary>
/// Plans for realistic runners as readable text, reviewed line by line against the evidence. Beside each <c>.json</c> in Golden/ lies
/// its <c>.txt</c>; a changed plan is a changed text in the review. COACHBOT_GOLDEN=write writes them anew.
/// </summary>
public sealed class GoldenPlanTests
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static TheoryData<string> Runners => [.. Inputs().Select(file => Path.GetFileNameWithoutExtension(file))];

    [Theory]
    [MemberData(nameof(Runners))]
    public void The_plan_of_this_runner_is_the_reviewed_one(string runner)
    {
        var text = Readable(Plan(File.ReadAllText(Path.Combine(Folder(), $"{runner}.json"))));
        var golden = Path.Combine(Folder(), $"{runner}.txt");
        if (Environment.GetEnvironmentVariable("COACHBOT_GOLDEN") == "write")
            File.WriteAllText(golden, text);

        Assert.Equal(File.ReadAllText(golden), text);
    }

    /// <summary>The text a runner reads, and below it what it was made from.</summary>
    private static string Readable(RecoveryPlan plan)
    {
        var text = new StringBuilder(plan.Text).Append("\n\n----\n");
        text.Append(Invariant, $"band {JsonNames.Of(plan.Band)}, confidence {JsonNames.Of(plan.Confidence)}, tier {plan.Safety.Tier}, next hard after {plan.NextHard?.Hours} h\n");
        foreach (var reason in plan.Reasons)
            text.Append(Invariant, $"reason {reason.Measure} {JsonNames.Of(reason.Level)}\n");
        foreach (var action in plan.Actions)
        {
            text.Append(Invariant, $"{JsonNames.Of(action.When)} {JsonNames.Of(action.Stance)} {action.Id} [{JsonNames.Of(action.Evidence)}; {action.Rule}; {string.Join(' ', action.Sources)}]");
            foreach (var (key, range) in action.Dose?.Amounts ?? [])
                text.Append(Invariant, $" {JsonNames.Of(key)} {range.Min}..{range.Max}");
            text.Append('\n');
        }

        foreach (var answer in plan.Answers)
            text.Append(Invariant, $"answer {answer.Id} [{string.Join(' ', answer.Sources)}]\n");
        return text.ToString();
    }

    public static IEnumerable<string> Inputs() => Directory.GetFiles(Folder(), "*.json").Order();

    public static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Golden");
}
