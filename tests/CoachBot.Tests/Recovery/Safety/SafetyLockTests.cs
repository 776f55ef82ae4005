using CoachBot.Recovery.Safety;
using static CoachBot.Tests.Recovery.Safety.SafetySentences;

namespace CoachBot.Tests.Recovery.Safety;

public sealed class SafetyLockTests
{
    private static readonly DateTimeOffset Evening = new(2026, 11, 24, 20, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("chest pain at mile 4", SafetyTier.T1)]
    [InlineData("left calf swollen and warm", SafetyTier.T2)]
    [InlineData("i hurt when i hop, shin", SafetyTier.T3)]
    [InlineData("i want to die", SafetyTier.T0)]
    public void What_stops_coaching_locks_it(string text, SafetyTier tier)
    {
        var held = SafetyLock.From(Gate.Assess(text), Evening);

        Assert.Equal(tier, held?.Tier);
        Assert.DoesNotContain(held!.SignIds, id => text.Contains(id, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("can i take ibuprofen")]
    [InlineData("easy run, all good")]
    [InlineData("my mate just collapsed on the run")]
    public void A_caution_or_a_friend_s_emergency_locks_nothing(string text) => Assert.Null(SafetyLock.From(Gate.Assess(text), Evening));

    [Theory]
    [InlineData(SafetyTier.T1, SafetyRelease.SymptomsGone, false)]
    [InlineData(SafetyTier.T2, SafetyRelease.SymptomsGone, false)]
    [InlineData(SafetyTier.T3, SafetyRelease.SymptomsGone, true)]
    [InlineData(SafetyTier.T1, SafetyRelease.Assessed, true)]
    [InlineData(SafetyTier.T2, SafetyRelease.Assessed, true)]
    [InlineData(SafetyTier.T3, SafetyRelease.Assessed, true)]
    public void Gone_opens_the_mildest_only_and_seen_opens_all(SafetyTier tier, SafetyRelease release, bool opens) =>
        Assert.Equal(opens, new SafetyLock(tier, Evening, ["C1.chest-pain"]).OpensWith(release));

    [Fact]
    public void Two_locks_keep_the_graver_tier_and_every_rule()
    {
        var one = new SafetyLock(SafetyTier.T3, Evening, ["C13.bone-spot"], Acknowledged: true);
        var other = new SafetyLock(SafetyTier.T1, Evening.AddHours(1), ["C1.chest-pain"]);

        var both = one.Join(other);

        Assert.Equal((SafetyTier.T1, Evening.AddHours(1), false), (both.Tier, both.At, both.Acknowledged));
        Assert.Equal(["C1.chest-pain", "C13.bone-spot"], both.SignIds);
    }
}
