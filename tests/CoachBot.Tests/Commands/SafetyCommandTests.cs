using System.Text.Json;
using CoachBot.Commands;
using CoachBot.Tests.Recovery.Safety;

namespace CoachBot.Tests.Commands;

public sealed class SafetyCommandTests
{
    [Fact]
    public async Task Each_line_gets_its_tier_and_its_signs()
    {
        var (exit, output, errors) = await RunAsync("""{"id":"a","text":"chest pain at mile 4"}""" + "\n" + """{"id":7,"text":"easy ten"}""" + "\n\nno chest pain\n");

        Assert.Equal(0, exit);
        Assert.Empty(errors);
        Assert.Equal("""{"id":"a","tier":"T1","signs":["C1.chest-pain"]}""", output[0]);
        Assert.Equal("""{"id":7,"tier":"none","signs":[]}""", output[1]);
        Assert.Equal("none", JsonDocument.Parse(output[2]).RootElement.GetProperty("tier").GetString());
        Assert.Equal(3, output.Length);
    }

    [Theory]
    [InlineData("{\"id\":1}")]
    [InlineData("{broken")]
    [InlineData("{\"text\":5}")]
    public async Task A_bad_line_is_named_and_the_others_are_answered(string bad)
    {
        var (exit, output, errors) = await RunAsync($"easy ten\n{bad}\n{{\"id\":3,\"text\":\"i want to die\"}}\n");

        Assert.Equal(1, exit);
        Assert.Equal(2, output.Length);
        Assert.StartsWith("line 2: ", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_fault()
    {
        var (exit, output, _) = await RunAsync("\uFEFF{\"id\":1,\"text\":\"easy ten\"}\n");

        Assert.Equal(0, exit);
        Assert.Equal("""{"id":1,"tier":"none","signs":[]}""", Assert.Single(output));
    }

    private static async Task<(int Exit, string[] Output, string[] Errors)> RunAsync(string input)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exit = await SafetyCommand.RunAsync(SafetySentences.Gate, new StringReader(input), output, errors, CancellationToken.None);
        return (exit, Lines(output), Lines(errors));
    }

    private static string[] Lines(StringWriter writer) => writer.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
