using CoachBot.BotBuilder;

namespace CoachBot.Tests.BotBuilder;

public sealed class PathUtilsTests
{
    [Theory]
    [InlineData("a\\b/c")]
    [InlineData("a/b\\c")]
    public void Separators_become_those_of_this_system(string path) =>
        Assert.Equal(Path.Combine("a", "b", "c"), PathUtils.NormalizePath(path));
}
