using static CoachBot.Tests.Recovery.RecoveryContent;

namespace CoachBot.Tests.Recovery;

/// <summary>Questions as runners type them, mostly without a question mark: the right topic answers, or none.</summary>
public sealed class TypedQuestionTests
{
    [Theory]
    [InlineData("is a cool down jog worth doing after intervals", "cool-down")]
    [InlineData("does easy jogging flush the legs better than resting", "active-or-rest")]
    [InlineData("should I walk or jog the day after a half marathon to recover", "active-or-rest")]
    [InlineData("can i have chocolate milk instead of a recovery shake", "chocolate-milk")]
    [InlineData("how much protein do I need after a long run", "how-much-protein")]
    [InlineData("protein before bed, any good", "protein-bedtime")]
    [InlineData("when should I eat before a hard session", "eat-before")]
    [InlineData("do i need gels for a half marathon", "fuel-during")]
    [InlineData("is it ok to drink beer after a race", "alcohol")]
    [InlineData("do I need electrolytes for a 10k", "electrolytes")]
    [InlineData("how much water should I drink after a hot run", "how-much-to-drink")]
    [InlineData("should I take vitamin c for recovery", "antioxidants")]
    [InlineData("can i nap after the long run", "nap-how")]
    [InlineData("slept 5 hours, should I nap", "nap-how")]
    [InlineData("slept 5 hours, should I do the intervals", "bad-night")]
    [InlineData("how late can I have coffee", "caffeine-when")]
    [InlineData("is running late in the evening bad for sleep", "late-training")]
    [InlineData("does a hot bath before bed help", "hot-bath")]
    [InlineData("are magnesium salts any use in the bath", "epsom")]
    [InlineData("should i take melatonin after a night race", "melatonin")]
    [InlineData("is an ice bath after squats a bad idea", "ice-bath-gains")]
    [InlineData("how cold should the ice bath be", "ice-bath")]
    [InlineData("is cryotherapy better than an ice bath", "cryo")]
    [InlineData("will a deep massage make me less sore after a run", "massage-useful")]
    [InlineData("massage gun on sore calves good idea", "massage-gun")]
    [InlineData("do compression socks prevent injury", "injury-prevention")]
    [InlineData("should I sleep in compression tights", "compression-useful")]
    [InlineData("do those recovery boots do anything", "boots")]
    [InlineData("foam roll before or after running", "foam-rolling")]
    [InlineData("should I stretch my calves when they are sore after a run", "stretching-after")]
    [InlineData("dynamic stretching after running, yes or no", "stretching-after")]
    [InlineData("can i take ibuprofen when sore after a run", "painkillers")]
    [InlineData("is creatine useful for runners", "supplements")]
    [InlineData("how many rest days a week", "rest-day")]
    [InlineData("when can I do intervals again after a 10k race", "when-hard-again")]
    [InlineData("how long does soreness last after a marathon", "doms")]
    [InlineData("my hrv is low, should i skip intervals", "hrv")]
    [InlineData("garmin says recovery 52 h, should I wait", "watch")]
    [InlineData("what is the best way to recover", "combine")]
    [InlineData("how much should I cut in the taper", "taper-how")]
    [InlineData("can i run with a runny nose", "neck-check")]
    [InlineData("what are the signs of heat exhaustion", "heat-signs")]
    [InlineData("how do I know if it is a stress fracture", "bone-stress-signs")]
    [InlineData("can you drink too much water in a marathon", "overdrinking-signs")]
    [InlineData("is it lactic acid that makes me sore", "lactate")]
    [InlineData("which gel mid run", "fuel-during")]
    [InlineData("tart cherry for sleep?", "tart-cherry")]
    [InlineData("massage two days before the race, ok?", "massage-useful")]
    [InlineData("lohnt sich ein Eisbad nach Kniebeugen", "ice-bath-gains", "de")]
    [InlineData("sirve estirar después de correr si tengo agujetas", "stretching-after", "es")]
    [InlineData("faut il s'étirer après la course pour éviter les courbatures", "stretching-after", "fr")]
    [InlineData("quais são os sinais de insolação", "heat-signs", "pt")]
    public void The_topic_that_was_asked_for_answers(string note, string expected, string locale = "en")
    {
        var plan = Planner.Plan(CheckIns.Fine with { Locale = locale, Notes = [note] });
        Assert.Equal(expected, Assert.Single(plan.Answers).Id);
    }

    [Theory]
    [InlineData("how many carbs after a long run")]
    [InlineData("cold shower after running, any good")]
    [InlineData("what shoes should I buy")]
    [InlineData("who won the race")]
    [InlineData("what is the weather tomorrow")]
    [InlineData("is my pace too slow")]
    [InlineData("had chocolate milk and a nap")]
    [InlineData("legs felt great on the hills")]
    [InlineData("should I have a gelato")]
    public void What_no_topic_holds_stays_unanswered(string note) => Assert.Empty(Planner.Plan(CheckIns.Fine with { Notes = [note] }).Answers);

    [Fact]
    public void Going_into_cold_water_with_drink_on_board_is_answered_though_nothing_is_asked()
    {
        var plan = Planner.Plan(CheckIns.Fine with { Notes = ["had 4 pints at the finish, getting in the ice bath now"] });
        Assert.Contains(plan.Answers, answer => answer.About == "coldWater" && !answer.Text.Contains("10–15", StringComparison.Ordinal));
    }
}
