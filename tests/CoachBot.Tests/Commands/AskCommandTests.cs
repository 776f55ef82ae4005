using System.Text.Json;
using CoachBot.Commands;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Commands;

public sealed class AskCommandTests
{
    [Fact]
    public async Task Every_question_gets_one_line_with_its_sources()
    {
        var lines = await AskAsync("en", "is tart cherry worth it?\n\nhow much protein?\n");

        Assert.Equal(2, lines.Count);
        Assert.Equal("is tart cherry worth it?", lines[0].GetProperty("question").GetString());
        Assert.NotEmpty(lines[0].GetProperty("answer").GetString()!);
        Assert.StartsWith("S", lines[1].GetProperty("sources")[0].GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal("none", lines[1].GetProperty("tier").GetString());
    }

    [Fact]
    public async Task A_red_flag_is_answered_by_the_gate_alone()
    {
        var line = Assert.Single(await AskAsync("en-GB", "ice bath for my chest pain at mile 4?"));

        Assert.StartsWith("T", line.GetProperty("tier").GetString(), StringComparison.Ordinal);
        Assert.Empty(line.GetProperty("sources").EnumerateArray());
        Assert.Contains("999", line.GetProperty("answer").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "I don't know enough")]
    [InlineData("pt-BR", "Não sei o bastante")]
    public async Task What_is_not_known_is_said_with_examples(string locale, string begins)
    {
        var answer = Assert.Single(await AskAsync(locale, "who wins the next election")).GetProperty("answer").GetString()!;

        Assert.StartsWith(begins, answer, StringComparison.Ordinal);
        Assert.Contains("?", answer, StringComparison.Ordinal);
    }

    private static async Task<List<JsonElement>> AskAsync(string locale, string input)
    {
        using var output = new StringWriter();
        Assert.Equal(0, await AskCommand.RunAsync(CoachChat.Words, locale, new StringReader(input), output, default));
        return [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
