using CoachBot.Recovery;
using static CoachBot.Tests.Recovery.RecoveryContent;

namespace CoachBot.Tests.Recovery;

/// <summary>Questions in the notes are answered in the plan, as evidence A13 says.</summary>
public sealed class AnswerTests
{
    [Theory]
    [InlineData("is my soreness from lactic acid build up?", "lactate")]
    [InlineData("do microtears make me stronger?", "muscle-tears")]
    [InlineData("is active recovery better than rest?", "active-or-rest")]
    [InlineData("should I do a cool down?", "cool-down")]
    [InlineData("is chocolate milk the best recovery drink?", "chocolate-milk")]
    [InlineData("do I need to eat in the 30 minute window?", "eating-window")]
    [InlineData("antioxidants for recovery?", "antioxidants")]
    [InlineData("how much should I eat before a run?", "eat-before")]
    [InlineData("how many hours of sleep do I need?", "how-much-sleep")]
    [InlineData("melatonin after late workouts?", "melatonin")]
    [InlineData("is tart cherry juice worth it?", "tart-cherry")]
    [InlineData("do epsom salts work?", "epsom")]
    [InlineData("should I take an ice bath?", "ice-bath")]
    [InlineData("cryo chamber, any point?", "cryo")]
    [InlineData("does massage help?", "massage-useful")]
    [InlineData("are compression socks useful?", "compression-useful")]
    [InlineData("does foam rolling release fascia?", "foam-rolling")]
    [InlineData("should I stretch after the run?", "stretching-after")]
    [InlineData("do I need a rest day?", "rest-day")]
    [InlineData("is hrv any good?", "hrv")]
    [InlineData("should I combine everything together?", "combine")]
    [InlineData("ice bath every day in a heavy block?", "ice-bath-block")]
    [InlineData("does recovery reduce injury risk?", "injury-prevention")]
    [InlineData("are normatec boots worth it?", "boots")]
    [InlineData("ice bath asap after long runs or you lose the gains??", "ice-bath-gains")]
    [InlineData("watch says prime", "watch")]
    [InlineData("neck check?", "neck-check")]
    [InlineData("carbs every hour?", "carbs-every-hour")]
    [InlineData("how much should I drink?", "how-much-to-drink")]
    [InlineData("massage gun before intervals?", "massage-gun")]
    [InlineData("acwr is 1.6, bad?", "acwr")]
    [InlineData("I do shift work, how should I sleep?", "shift-work")]
    [InlineData("is snoring bad for recovery?", "snoring")]
    [InlineData("does deep sleep give me growth hormone?", "growth-hormone")]
    [InlineData("is an under desk bike good for recovery?", "desk-gadgets")]
    [InlineData("¿sirve el baño de hielo?", "ice-bath", "es")]
    [InlineData("faut-il un bain froid ?", "ice-bath", "fr")]
    [InlineData("lohnt sich ein Eisbad?", "ice-bath", "de")]
    [InlineData("vale a pena banho de gelo?", "ice-bath", "pt")]
    [InlineData("soll ich dehnen?", "stretching-after", "de")]
    [InlineData("¿cuánto debo dormir?", "how-much-sleep", "es")]
    public void A_question_finds_its_answer(string note, string expected, string locale = "en")
    {
        var plan = Planner.Plan(CheckIns.Fine with { Locale = locale, Notes = [note] });
        Assert.Equal(expected, Assert.Single(plan.Answers).Id);
    }

    [Theory]
    [InlineData("30k done 2:45, quads moaning but both the same")]
    [InlineData("had a massage yesterday, lovely")]
    [InlineData("slept like a baby")]
    public void A_statement_is_no_question(string note) => Assert.Empty(Planner.Plan(CheckIns.Fine with { Notes = [note] }).Answers);

    [Fact]
    public void Every_audited_claim_has_an_answer()
    {
        string[] ids =
        [
            "lactate", "muscle-tears", "active-or-rest", "cool-down", "chocolate-milk", "eating-window", "antioxidants", "eat-before", "how-much-sleep",
            "melatonin", "tart-cherry", "epsom", "ice-bath", "cryo", "massage-useful", "compression-useful", "foam-rolling", "stretching-after", "rest-day",
            "how-to-monitor", "combine", "ice-bath-block", "injury-prevention", "boots",
        ];
        Assert.Equal(24, ids.Length);
        Assert.All(ids, id => Assert.Contains(Knowledge.Answers.Entries, entry => entry.Id == id));
    }

    [Fact]
    public void A_runners_condition_applies_to_the_answer()
    {
        var plan = Planner.Plan((CheckIns.Fine with { Notes = ["ice bath, yes or no?"] }).With("raynauds"));
        var answer = Assert.Single(plan.Answers);
        Assert.Contains("Raynaud", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("10–15", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Eating_and_energy_conditions_get_answers_without_numbers()
    {
        var plan = Planner.Plan((CheckIns.Fine with { Notes = ["how much protein do I need? carbs every hour? what to eat before a run?"] }).With("eatingDisorder"));
        Assert.Equal(3, plan.Answers.Count);
        Assert.All(plan.Answers, answer => Assert.DoesNotContain(answer.Text, char.IsDigit));
    }

    [Fact]
    public void Behind_a_red_flag_nothing_is_answered()
    {
        var plan = Planner.Plan(CheckIns.Fine with { Notes = ["chest pain at mile 4", "ice bath?"] });
        Assert.Empty(plan.Answers);
        Assert.All(plan.Actions, action => Assert.True(action is { Strategy: Strategy.Safety, Stance: Stance.Do }));
        Assert.Equal(Band.Hold, plan.Band);
        Assert.Null(plan.NextHard);
        Assert.True(plan.Safety.Locked);
    }
}
