using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CoachBot.Recovery;

/// <summary>Reads <c>dialogs/strategies/</c> and <c>dialogs/plan/</c> and checks them as a whole.</summary>
internal static class KnowledgeLoader
{
    private const string StrategyFolder = "strategies";
    private const string SourcesFile = "strategies/sources.json";
    private const string ConditionsFile = "strategies/conditions.json";

    public static KnowledgeBase Load(IContentFiles files)
    {
        var sources = ReadSources(files);
        var conditions = ReadConditions(files);
        var words = ReadWords(files);
        var strategies = new Dictionary<string, StrategyEntry>();
        var answers = new List<AnswerEntry>();
        foreach (var file in files.List(StrategyFolder))
        {
            if (file is SourcesFile or ConditionsFile || file.EndsWith(".schema.json", StringComparison.Ordinal) || !file.EndsWith(".json", StringComparison.Ordinal))
                continue;

            var json = Read(files, file, ContentJson.Default.StrategyJson);
            var reader = new StrategyReader(file, json, sources, conditions);
            var strategy = reader.Read();
            if (!strategies.TryAdd(strategy.Id, strategy))
                throw new KnowledgeBaseException(file, strategy.Id, "there is another strategy of this id.");
            answers.AddRange(reader.ReadAnswers(strategy));
        }

        if (answers.GroupBy(answer => answer.Id).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new KnowledgeBaseException(StrategyFolder, twice.Key, "this answer is there twice.");
        StrategyReader.LinkDoses(strategies);
        PlannerNeeds.Check(strategies, words);
        return new KnowledgeBase(strategies.ToFrozenDictionary(), sources, conditions, words, answers);
    }

    private static SourceBook ReadSources(IContentFiles files)
    {
        var sources = Read(files, SourcesFile, ContentJson.Default.SourcesJson).Sources;
        if (sources.GroupBy(source => source.Id).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new KnowledgeBaseException(SourcesFile, twice.Key, "this source is there twice.");
        return new SourceBook(sources.Select(source => new Source(source.Id, source.Short, source.Citation, source.Doi, source.Checked != "none")));
    }

    private static ConditionBook ReadConditions(IContentFiles files)
    {
        var json = Read(files, ConditionsFile, ContentJson.Default.ConditionsJson);
        return new ConditionBook(json.Conditions.Select(Entry), json.Medicines.Select(Entry));

        static (string Id, string[] Spellings, Sentence Name) Entry(ConditionJson entry) =>
            (entry.Id, entry.Spellings, SentenceOf(ConditionsFile, entry.Id, entry.Name));
    }

    private static PlanWords ReadWords(IContentFiles files)
    {
        var byLanguage = Languages.All.Select(language => Read(files, $"plan/{language.Code()}.json", ContentJson.Default.PlanWordsJson)).ToArray();
        var sentences = new Dictionary<string, Sentence>();
        foreach (var key in byLanguage.SelectMany(words => words.Sentences.Keys).Distinct())
        {
            var texts = byLanguage.Zip(Languages.All).ToDictionary(
                pair => pair.Second.Code(),
                pair => pair.First.Sentences.TryGetValue(key, out var text) ? text : throw new KnowledgeBaseException($"plan/{pair.Second.Code()}.json", key, "the sentence is missing."));
            sentences[key] = SentenceOf("plan", key, texts);
        }

        foreach (var (words, language) in byLanguage.Zip(Languages.All))
        {
            if (words.Days.Length != 7 || words.Months.Length != 12)
                throw new KnowledgeBaseException($"plan/{language.Code()}.json", null, "it needs 7 days, Sunday first, and 12 months.");
        }

        return new PlanWords(sentences.ToFrozenDictionary(),
            [.. byLanguage.Select(words => words.Days)], [.. byLanguage.Select(words => words.Months)], [.. byLanguage.Select(words => words.Questions)],
            [.. byLanguage.Select(words => words.Openers)], [.. byLanguage.Select(words => words.Cues)]);
    }

    public static Sentence SentenceOf(string file, string key, Dictionary<string, string> texts)
    {
        var missing = Languages.All.Where(language => !texts.TryGetValue(language.Code(), out var text) || string.IsNullOrWhiteSpace(text)).ToArray();
        if (missing.Length > 0)
            throw new KnowledgeBaseException(file, key, $"no text in {string.Join(", ", missing.Select(Languages.Code))}.");

        try
        {
            return Sentence.Parse([.. Languages.All.Select(language => texts[language.Code()])]);
        }
        catch (FormatException fault)
        {
            throw new KnowledgeBaseException(file, key, $"{fault.Message}.", fault);
        }
    }

    private static T Read<T>(IContentFiles files, string file, JsonTypeInfo<T> type)
    {
        try
        {
            using var stream = files.Open(file);
            return JsonSerializer.Deserialize(stream, type) ?? throw new KnowledgeBaseException(file, null, "the file is empty.");
        }
        catch (JsonException fault)
        {
            throw new KnowledgeBaseException(file, fault.Path, fault.Message, fault);
        }
        catch (FileNotFoundException fault)
        {
            throw new KnowledgeBaseException(file, null, "the file is missing.", fault);
        }
    }
}
