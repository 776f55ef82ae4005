using System.Text;
using System.Text.Json;
using CoachBot.Commands;
using CoachBot.Tests.Recovery;

namespace CoachBot.Tests.Commands;

public sealed class PlanCommandTests
{
    private const string Fine = """{"now":"2026-11-22T11:00:00Z","soreness":{"overall":2},"sleep":{"hours":8}}""";

    [Fact]
    public void One_document_over_several_lines_gives_one_plan()
    {
        var (exit, output, errors) = Run(Fine.Replace(",", ",\n  ", StringComparison.Ordinal) + "\n");
        Assert.Equal(0, exit);
        Assert.Empty(errors);
        Assert.Equal("go", Band(Assert.Single(output)));
    }

    [Fact]
    public void A_faulty_document_among_many_is_named_and_the_others_are_planned()
    {
        var (exit, output, errors) = Run($"{Fine}\n{{\"now\":\"2026-11-22T11:00:00Z\",\"sleep\":{{\"hours\":99}}}}\n\nnot json\n{Fine}");
        Assert.Equal(1, exit);
        Assert.Equal(2, output.Length);
        Assert.Equal(2, errors.Length);
        Assert.Contains("Document 2: sleep.hours is 99", errors[0], StringComparison.Ordinal);
        Assert.Contains("Document 3", errors[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_document_over_several_lines_is_one_fault() => Assert.Single(Run("{\n\"now\": \"2026-11-22T11:00:00Z\",\n}").Errors);

    [Fact]
    public void An_empty_input_is_a_fault() => Assert.Equal(1, Run("").Exit);

    [Fact]
    public void The_locale_of_the_command_line_comes_first()
    {
        using var output = new StringWriter();
        PlanCommand.Run(Encoding.UTF8.GetBytes(Fine), output, TextWriter.Null, RecoveryContent.Planner, asText: true, locale: "de-AT");
        Assert.StartsWith("Alles im grünen Bereich", output.ToString(), StringComparison.Ordinal);
    }

    private static string Band(string plan) => JsonDocument.Parse(plan).RootElement.GetProperty("band").GetString()!;

    private static (int Exit, string[] Output, string[] Errors) Run(string input)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exit = PlanCommand.Run(Encoding.UTF8.GetBytes(input), output, errors, RecoveryContent.Planner, asText: false, locale: null);
        return (exit, Lines(output), Lines(errors));

        static string[] Lines(StringWriter text) => text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
