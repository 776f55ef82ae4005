using CoachBot.Commands;

namespace CoachBot.Tests.Commands;

public sealed class UnderstandCommandTests
{
    [Fact]
    public async Task Each_line_is_answered_by_its_id()
    {
        var (code, output, _) = await RunAsync("""{"id":"a","locale":"de","dialog_step":"sleep","text":"7,5 Stunden"}""" + "\n10k easy");

        Assert.Equal(0, code);
        Assert.Equal(
            ["""{"id":"a","intent":"answer","sleep_hours":7.5}""", """{"id":"2","intent":"check_in","run_type":"easy","distance_km":10}"""], output);
    }

    [Theory]
    [InlineData("""{"id":"b","text":""", "line 2")]
    [InlineData("""{"id":"b"}""", "\"text\"")]
    [InlineData("""{"id":"b","text":"x","dialog_step":"lunch"}""", "lunch")]
    public async Task A_bad_line_is_named_and_the_rest_goes_on(string bad, string named)
    {
        var (code, output, errors) = await RunAsync($"5 miles\n{bad}\n8 km");

        Assert.Equal(1, code);
        Assert.Equal(2, output.Length);
        Assert.Contains(named, Assert.Single(errors), StringComparison.Ordinal);
    }

    private static async Task<(int Code, string[] Output, string[] Errors)> RunAsync(string input)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await UnderstandCommand.RunAsync("en", new StringReader(input), output, errors, CancellationToken.None);
        return (code, Lines(output), Lines(errors));
    }

    private static string[] Lines(StringWriter text) => text.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
