using CoachBot.Coaching.Language;
using CoachBot.Coaching.Language.Grammar;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Coaching.Language;

public sealed class GrammarFileTests
{
    [Theory]
    [InlineData("\"words\": {", "\"words\": { \"colour:red\": \"red\",", "colour:red")]
    [InlineData("\"words\": {", "\"words\": { \"degree:much\": \"much\",", "degree:much")]
    [InlineData("\"words\": {", "\"words\": { \"site:elbow\": \"elbow\",", "site:elbow")]
    [InlineData("\"words\": {", "\"words\": { \"side:left\": \"a|\",", "side:left")]
    [InlineData("\"intents\": {", "\"intents\": { \"dance\": [\"dance\"],", "dance")]
    [InlineData("\"intents\": {", "\"intents\": { \"plan\": [\"<colour>\"],", "plan")]
    [InlineData("\"common\":", "\"usual\":", "common")]
    public void A_fault_is_named_with_its_file_and_key(string old, string replacement, string key)
    {
        var files = new ContentFiles().Edit("grammar/fr.json", old, replacement);

        var fault = Assert.Throws<GrammarException>(() => RunnerLanguage.Load(files));

        Assert.Contains("grammar/fr.json", fault.Message, StringComparison.Ordinal);
        Assert.Contains(key, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_grammar_is_named()
    {
        var fault = Assert.Throws<GrammarException>(() => RunnerLanguage.Load(new ContentFiles().With("grammar/pt.json", null)));

        Assert.Contains("grammar/pt.json", fault.Message, StringComparison.Ordinal);
    }
}
