using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using CoachBot.Coaching.Content;
using CoachBot.Coaching.Language;
using CoachBot.Coaching.Language.Grammar;
using CoachBot.Tests.Coaching.Language;

namespace CoachBot.Benchmarks;

/// <summary>
/// <c>score [--failures] [--content DIR] [FILE…]</c>: how well and how fast labelled utterances are understood, as Markdown.
/// Without files those of the tests.
/// </summary>
internal static class LanguageScore
{
    private const int Rounds = 21;

    /// <summary>Several, so that what the loading leaves behind weighs little.</summary>
    private const int Copies = 10;

    public static int Run(IReadOnlyList<string> arguments)
    {
        var content = arguments.SkipWhile(a => a != "--content").Skip(1).FirstOrDefault() ?? Path.Combine(AppContext.BaseDirectory, "dialogs");
        var files = arguments.Where(a => !a.StartsWith('-') && a != content).ToList();
        if (files.Count == 0)
            files = [.. from set in (string[])["utterances", "unseen"] from language in RunnerLanguage.Languages select LabelledUtterance.PathOf(set, language)];

        var grammars = RunnerLanguage.Load(new ContentDirectory(content));
        grammars.Warm([.. RunnerLanguage.Languages]);
        Console.WriteLine("| file | lines | exact | intent | lines with a wrong slot | p50 ms | p99 ms |\n| --- | --- | --- | --- | --- | --- | --- |");
        var slots = new SortedDictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var file in files)
            Score(file, grammars, slots, arguments.Contains("--failures"));

        Console.WriteLine("\n| slot | precision | recall | said |\n| --- | --- | --- | --- |");
        foreach (var (slot, counts) in slots)
        {
            var (right, wrong, extra, missed) = (counts[0], counts[1], counts[2], counts[3]);
            Console.WriteLine($"| {slot} | {Percent(right, right + wrong + extra)} | {Percent(right, right + wrong + missed)} | {right + wrong + missed} |");
        }

        if (!arguments.Contains("--failures"))
            Costs(grammars, new ContentDirectory(content));

        return 0;
    }

    private static void Score(string file, RunnerLanguage language, SortedDictionary<string, int[]> slots, bool showFailures)
    {
        var rows = LabelledUtterance.ReadFile(file).ToList();
        var (exact, intents, wrong) = (0, 0, 0);
        var failures = new List<string>();
        foreach (var row in rows)
        {
            var found = row.Compare(language.Understand(row.Text, row.Step, row.Locale)).ToList();
            foreach (var finding in found)
            {
                if (!slots.TryGetValue(finding.Slot, out var counts))
                    slots[finding.Slot] = counts = new int[4];

                counts[(int)finding.Outcome]++;
            }

            exact += found.TrueForAll(f => f.Outcome == SlotOutcome.Right) ? 1 : 0;
            intents += found.TrueForAll(f => f.Slot != "intent" || f.Outcome == SlotOutcome.Right) ? 1 : 0;
            wrong += found.Exists(f => f.Slot is not ("intent" or "ask") && f.Outcome is SlotOutcome.Wrong or SlotOutcome.Extra) ? 1 : 0;
            failures.AddRange(found.Where(f => f.Outcome != SlotOutcome.Right).Select(f => $"  {row.Id} [{row.Step}] '{row.Text}' {f.Slot}: wanted {f.Wanted ?? "nothing"}, got {f.Got ?? "nothing"}"));
        }

        var (p50, p99) = Time(rows, language);
        Console.WriteLine($"| {Path.GetFileNameWithoutExtension(file)} | {rows.Count} | {Percent(exact, rows.Count)} | {Percent(intents, rows.Count)} | {wrong} | {p50} | {p99} |");
        if (showFailures)
            failures.ForEach(Console.WriteLine);
    }

    private static (string P50, string P99) Time(List<LabelledUtterance> rows, RunnerLanguage language)
    {
        var times = rows.Select(row => Median(() => language.Understand(row.Text, row.Step, row.Locale))).Order().ToList();
        return (Ms(times[times.Count / 2]), Ms(times[(int)(times.Count * 0.99)]));
    }

    /// <summary>Of several times the middle one: what a message costs, not what else the machine did.</summary>
    private static double Median(Action action)
    {
        var times = Enumerable.Range(0, Rounds).Select(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            action();
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }).Order().ToList();
        return times[Rounds / 2];
    }

    /// <summary>The hardest messages that are read at all, and what each language keeps in memory.</summary>
    private static void Costs(RunnerLanguage language, ContentDirectory content)
    {
        Console.WriteLine("\n| language | hostile 2,000 characters, slowest ms | grammar in memory, MB |\n| --- | --- | --- |");
        foreach (var name in RunnerLanguage.Languages)
        {
            var slowest = HostileTexts.All.Max(text => Median(() => language.Understand(text, DialogStep.Any, name)));
            Console.WriteLine($"| {name} | {Ms(slowest)} | {(MemoryOf(content, name) / 1e6).ToString("0.0", CultureInfo.InvariantCulture)} |");
        }
    }

    /// <summary>In a method of its own, so that nothing of the language before is still held.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double MemoryOf(ContentDirectory content, string language)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var copies = Enumerable.Range(0, Copies).Select(_ => GrammarFile.Load(content, language)).ToList();
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        return (double)bytes / copies.Count;
    }

    private static string Ms(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Percent(int part, int whole) => whole == 0 ? "–" : (100d * part / whole).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
