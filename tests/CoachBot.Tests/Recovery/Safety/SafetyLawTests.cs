using System.Diagnostics;
using CoachBot.Recovery.Safety;
using CsCheck;
using static CoachBot.Tests.Recovery.Safety.SafetySentences;

namespace CoachBot.Tests.Recovery.Safety;

/// <summary>What holds whatever is typed.</summary>
public sealed class SafetyLawTests
{
    private static readonly string[] Harmless =
    [
        "Ran ten today.", "Slept seven hours.", "The new shoes are great.", "We went to the park.", "It was a good session.", "My watch died.",
    ];

    private static readonly Gen<SafetySentences.Sentence> AnySentence =
        Gen.OneOf([.. Languages.SelectMany(Of).Select(Gen.Const)]);

    private static readonly Gen<SafetySentences.Sentence> AnyEnglish = Gen.OneOf([.. Of("en").Select(Gen.Const)]);

    [Fact]
    public void A_union_has_the_graver_tier_in_either_order() =>
        Gen.Select(AnySentence, AnySentence).Sample((one, other) =>
        {
            var a = Gate.Assess(one.Text);
            var b = Gate.Assess(other.Text);
            var union = SafetyAssessment.Union(a, b);

            return union.Tier == (a.Tier >= b.Tier ? a.Tier : b.Tier)
                && union.Signs.SequenceEqual(SafetyAssessment.Union(b, a).Signs)
                && SafetyAssessment.Union(union, a).Signs.SequenceEqual(union.Signs);
        });

    [Fact]
    public void A_harmless_sentence_more_never_lowers_a_tier() =>
        Gen.Select(AnyEnglish, Gen.OneOf([.. Harmless.Select(Gen.Const)]), Gen.Bool).Sample((sentence, harmless, before) =>
        {
            var text = before ? $"{harmless} {sentence.Text}" : $"{sentence.Text}. {harmless}";
            return Gate.Assess(text).Tier >= Gate.Assess(sentence.Text).Tier;
        });

    [Fact]
    public void Two_sentences_are_as_grave_as_the_graver_in_either_order() =>
        Gen.Select(AnyEnglish, AnyEnglish).Sample((one, other) =>
        {
            // Who is ill is said once and meant on: of others the next sentence may tell more than it says alone.
            if (new[] { one, other }.Any(sentence => Gate.Assess(sentence.Text, "en").Signs.Any(sign => sign.OtherPerson)))
                return true;
            var graver = (SafetyTier)Math.Max((int)Gate.Assess(one.Text, "en").Tier, (int)Gate.Assess(other.Text, "en").Tier);
            return Gate.Assess($"{one.Text}\n{other.Text}", "en").Tier >= graver && Gate.Assess($"{other.Text}\n{one.Text}", "en").Tier >= graver;
        });

    [Fact]
    public void Case_spaces_and_emoji_change_nothing() =>
        AnySentence.Sample(sentence =>
        {
            var dressed = "  " + sentence.Text.ToUpperInvariant().Replace(" ", "   ", StringComparison.Ordinal) + " 🏃‍♀️ 👍 ";
            return Gate.Assess(dressed).Tier == Gate.Assess(sentence.Text).Tier;
        });

    [Fact]
    public void Curly_quotes_read_as_straight_ones() =>
        AnySentence.Sample(sentence =>
            Gate.Assess(sentence.Text.Replace('\'', '’')).Signs.SequenceEqual(Gate.Assess(sentence.Text).Signs));

    [Fact]
    public void Any_text_at_all_gets_an_answer() =>
        Gen.String[Gen.Char, 0, 200].Sample(text => Gate.Assess(text).Tier <= SafetyTier.T0);

    [Fact]
    public void The_same_text_gets_the_same_answer_on_every_thread() =>
        AnySentence.Array[16].Sample(sentences =>
        {
            var alone = sentences.Select(sentence => Gate.Assess(sentence.Text)).ToArray();
            var together = sentences.AsParallel().AsOrdered().Select(sentence => Gate.Assess(sentence.Text)).ToArray();
            return alone.Zip(together).All(pair => pair.First.Signs.SequenceEqual(pair.Second.Signs));
        }, iter: 20);

    [Theory]
    [InlineData("no chest pain ")]
    [InlineData("i my me he she ")]
    [InlineData("no not never ")]
    [InlineData("ran in the heat and drank water, ")]
    [InlineData("chestpain")]
    [InlineData("😂")]
    public void A_hundred_kilobytes_take_time_in_proportion(string part)
    {
        var half = string.Concat(Enumerable.Repeat(part, 50_000 / part.Length));
        Gate.Assess(half);

        var once = Least(() => Gate.Assess(half));
        var twice = Least(() => Gate.Assess(half + half));

        Assert.True(twice < (once * 4) + TimeSpan.FromMilliseconds(50), $"{once} and {twice}");
    }

    private static TimeSpan Least(Action work) => Enumerable.Range(0, 5).Min(_ =>
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed;
    });
}
