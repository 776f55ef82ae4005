namespace CoachBot.Tests.Coaching.Language;

/// <summary>What runners write in five languages, and what must be understood of it. The floors are what was measured.</summary>
public sealed class UtteranceTests
{
    [Theory]
    [InlineData("utterances", "en", 0.996)]
    [InlineData("utterances", "es", 0.998)]
    [InlineData("utterances", "fr", 0.992)]
    [InlineData("utterances", "de", 0.998)]
    [InlineData("utterances", "pt", 0.994)]
    [InlineData("unseen", "en", 0.933)]
    [InlineData("unseen", "es", 0.967)]
    [InlineData("unseen", "fr", 0.935)]
    [InlineData("unseen", "de", 0.941)]
    [InlineData("unseen", "pt", 0.972)]
    public void Labelled_utterances_are_understood(string set, string language, double least)
    {
        var utterances = LabelledUtterance.Read(set, language).ToList();

        var faults = utterances.Select(utterance => utterance.Faults(RunnerLanguages.Shared).ToList()).Where(found => found.Count > 0).ToList();

        var exact = 1 - faults.Count / (double)utterances.Count;
        Assert.True(exact >= least, $"{exact:P1} of {utterances.Count} exactly:\n{string.Join('\n', faults.SelectMany(found => found))}");
    }
}
