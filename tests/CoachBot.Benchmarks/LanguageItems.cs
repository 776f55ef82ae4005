using CoachBot.Coaching.Content;
using CoachBot.Coaching.Language;
using CoachBot.Coaching.Language.Grammar;
using CoachBot.Coaching.Language.Intents;
using CoachBot.Coaching.Language.Quantities;
using CoachBot.Coaching.Language.Reading;

namespace CoachBot.Benchmarks;

/// <summary><c>items LANGUAGE STEP TEXT…</c>: how a grammar cuts a message, what each part may mean and which intents it matches.</summary>
internal static class LanguageItems
{
    public static int Run(string language, string step, IEnumerable<string> texts)
    {
        var files = new ContentDirectory(Environment.GetEnvironmentVariable("Coach__ContentPath") ?? Path.Combine(AppContext.BaseDirectory, "dialogs"));
        var grammar = GrammarFile.Load(files, language);
        var all = RunnerLanguage.Load(files);
        foreach (var text in texts)
        {
            var utterance = Utterance.Read(text, Tokenizer.Cut(text), grammar, null);
            foreach (var item in utterance.Items)
            {
                var said = string.Join(' ', Enumerable.Range(item.FirstToken, item.EndToken - item.FirstToken).Select(t => utterance.Tokens[t].Text));
                Console.WriteLine($"  {said,-24} {string.Join("  ", item.Senses.Select(sense => $"{sense.Class}:{sense.Value}"))}");
            }

            foreach (var quantity in QuantityScanner.Scan(utterance, new bool[utterance.Items.Count]))
                Console.WriteLine($"  {quantity.Kind} {quantity.Value} {quantity.Unit}, items {quantity.First} to {quantity.End - 1}");

            Console.WriteLine($"  intents: {string.Join(", ", IntentClassifier.Match(utterance))}");
            Console.WriteLine(UnderstandingJson.Write(text, all.Understand(text, UnderstandingJson.Step(step) ?? DialogStep.Any, language)));
        }

        return 0;
    }
}
