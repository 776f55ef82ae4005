using System.Runtime.CompilerServices;
using CoachBot.Recovery.Safety;

namespace CoachBot.Tests.Recovery.Safety;

/// <summary>The sentences of <c>sentences.*.tsv</c>: every one of section C, and our own with a third held out from tuning.</summary>
internal static class SafetySentences
{
    public static readonly string[] Languages = ["en", "es", "fr", "de", "pt"];

    private static readonly Dictionary<string, Sentence[]> ByLanguage = Languages.ToDictionary(language => language, Read);

    public static SafetyGate Gate { get; } = SafetyGate.Load(new Support.ContentFiles());

    /// <param name="Set">sectionC, tune or held.</param>
    internal sealed record Sentence(string Id, string Set, SafetyTier[] Tiers, string Text)
    {
        public bool IsGrave => Tiers.Contains(SafetyTier.T1) || Tiers.Contains(SafetyTier.T0);

        public bool IsHarmless => Tiers is [SafetyTier.None];

        public bool Fits(SafetyTier tier) => Tiers.Contains(tier);
    }

    public static IReadOnlyList<Sentence> Of(string language) => ByLanguage[language];

    private static Sentence[] Read(string language) =>
        [.. File.ReadLines(Path.Combine(Folder(), $"sentences.{language}.tsv")).Skip(1).Select(line => line.Split('\t')).Select(Parse)];

    private static Sentence Parse(string[] row) =>
        new(row[0], row[1], [.. row[2].Split(',').Select(tier => Enum.Parse<SafetyTier>(tier, ignoreCase: true))], row[3]);

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
