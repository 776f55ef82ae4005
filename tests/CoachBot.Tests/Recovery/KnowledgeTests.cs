using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoachBot.Recovery;
using static CoachBot.Tests.Recovery.RecoveryContent;

namespace CoachBot.Tests.Recovery;

/// <summary>The content as a whole, and what the loader says when it is broken.</summary>
public sealed class KnowledgeTests
{
    [Fact]
    public void Every_line_stands_in_five_languages_with_the_same_places()
    {
        // Sentence.Parse refuses other places at load; here: no language copies another.
        foreach (var action in Knowledge.Strategies.Values.SelectMany(strategy => strategy.Actions.Values))
        {
            var texts = Languages.All.Select(language => action.Text.In(language)).ToArray();
            Assert.Equal(texts.Length, texts.Distinct().Count());
        }
    }

    [Fact]
    public void No_number_gets_into_a_line_but_through_its_dose()
    {
        foreach (var action in Knowledge.Strategies.Values.SelectMany(strategy => strategy.Actions.Values))
        {
            foreach (var language in Languages.All)
                Assert.DoesNotContain(Places(action.Text.In(language)), char.IsDigit);
        }

        static string Places(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"\{\w+\}|\b50\b", "");
    }

    [Fact]
    public void No_figure_from_memory_stands_beside_a_citation()
    {
        // Figures that evidence.md marks [mem]: none of them may appear in what cites a source.
        string[] fromMemory = ["10–12 g", "20–50 mmol", "15–25 mmHg", "80 mmHg", "30–120 s", "16–19 °C", "7 min sooner", "20–40 percent"];
        foreach (var entry in Knowledge.Answers.Entries.Where(entry => entry.Sources.Any(source => Knowledge.Sources[source].IsCitation)))
        {
            foreach (var language in Languages.All)
                Assert.All(fromMemory, figure => Assert.DoesNotContain(figure, entry.Text.In(language), StringComparison.Ordinal));
        }
    }

    [Fact]
    public void All_sources_but_our_own_rules_were_looked_at()
    {
        Assert.Equal(["practice", "rule"], Knowledge.Sources.All.Where(source => !source.IsCitation).Select(source => source.Id).Order());
        Assert.All(Knowledge.Sources.All, source => Assert.NotEmpty(source.Citation));
        Assert.False(Knowledge.Sources.Has("S16"));
    }

    [Fact]
    public void Twenty_two_strategies_and_safety_are_there() => Assert.Equal(23, Knowledge.Strategies.Count);

    [Theory]
    [InlineData("coldWater", "$.words.cold-comfort.de", null, "coldWater.json", "cold-comfort", "de")]
    [InlineData("coldWater", "$.words.cold-comfort.fr", "De l'eau froide.", "coldWater.json", "cold-comfort", "places in fr")]
    [InlineData("coldWater", "$.actions.cold-comfort.sources", "S999", "coldWater.json", "cold-comfort", "S999")]
    [InlineData("coldWater", "$.actions.cold-comfort.stance", "maybe", "coldWater.json", "cold-comfort", "maybe")]
    [InlineData("coldWater", "$.evidence", "proven", "coldWater.json", "coldWater", "proven")]
    [InlineData("massage", "$.id", "rubbing", "massage.json", "rubbing", "massage.json")]
    public void A_fault_names_file_strategy_and_what_is_wrong(string strategy, string path, string? value, params string[] parts)
    {
        var broken = Assert.Throws<KnowledgeBaseException>(() => KnowledgeBase.Load(new Broken($"strategies/{strategy}.json", root => Set(root, path, value))));
        Assert.All(parts, part => Assert.Contains(part, broken.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void An_amount_from_memory_beside_a_citation_is_refused()
    {
        var broken = Assert.Throws<KnowledgeBaseException>(() => KnowledgeBase.Load(new Broken("strategies/raceWeek.json",
            root => Set(root, "$.actions.carbohydrate-load.sources", "S11"))));
        Assert.Contains("citation", broken.Message, StringComparison.Ordinal);
    }

    private static void Set(JsonNode root, string path, string? value)
    {
        var steps = path.Split('.')[1..];
        var node = steps[..^1].Aggregate(root, (at, step) => at[step]!);
        node[steps[^1]] = steps[^1] == "sources" ? new JsonArray(value) : value is null ? null : JsonValue.Create(value);
        if (value is null)
            node.AsObject().Remove(steps[^1]);
    }

    /// <summary>The shipped content with one file changed.</summary>
    private sealed class Broken(string path, Action<JsonNode> change) : IContentFiles
    {
        public IReadOnlyList<string> List(string folder) => Files.List(folder);

        public Stream Open(string file)
        {
            if (file != path)
                return Files.Open(file);

            using var stream = Files.Open(file);
            var root = JsonNode.Parse(stream)!;
            change(root);
            return new MemoryStream(Encoding.UTF8.GetBytes(root.ToJsonString(new JsonSerializerOptions())));
        }
    }
}
