using System.Collections.Frozen;

namespace CoachBot.Recovery;

/// <summary>One strategy file, checked: every word, source, dose and condition that it names is there.</summary>
internal sealed class StrategyReader(string file, StrategyJson json, SourceBook sources, ConditionBook conditions)
{
    private readonly Dictionary<string, Sentence> _words = [];

    public StrategyEntry Read()
    {
        if (Path.GetFileNameWithoutExtension(file) != json.Id)
            throw Fault(json.Id, $"the file is called {Path.GetFileName(file)}; it must be called {json.Id}.json.");

        foreach (var (key, texts) in json.Words ?? [])
            _words[key] = KnowledgeLoader.SentenceOf(file, key, texts);
        CheckSources(json.Id, json.Sources);
        foreach (var effect in json.Effects ?? [])
            CheckSources($"effect on {effect.Outcome}", [effect.Source]);

        var strategy = new StrategyEntry
        {
            Id = json.Id,
            Strategy = Word<Strategy>(json.Id, json.Strategy),
            Evidence = Word<Evidence>(json.Id, json.Evidence),
            IsModality = json.Modality,
            Sources = json.Sources,
            Kit = [.. (json.Kit ?? []).Select(word => TopicText.Of(word).TrimEnd())],
            Cautions = ReadCautions(),
            Withheld = (json.Phases?.Withhold ?? []).Select(phase => Word<TrainingPhase>("phases", phase)).ToFrozenSet(),
            Doses = (json.Doses ?? []).ToFrozenDictionary(pair => pair.Key, pair => ReadDose(pair.Key, pair.Value)),
            Words = _words.ToFrozenDictionary(),
        };
        Need("name");
        Need("does");
        Need("doesNot");
        strategy.Actions = (json.Actions ?? []).ToFrozenDictionary(pair => pair.Key, pair => ReadAction(strategy, pair.Key, pair.Value));
        return strategy;
    }

    public IEnumerable<AnswerEntry> ReadAnswers(StrategyEntry strategy)
    {
        foreach (var answer in json.Answers ?? [])
        {
            CheckSources(answer.Id, answer.Sources);
            var topics = Languages.All.Select(language => answer.Topics.TryGetValue(language.Code(), out var words) && words.Length > 0
                ? words.Select(Terms).ToArray()
                : throw Fault(answer.Id, $"no topic words in {language.Code()}.")).ToArray();
            yield return new AnswerEntry(answer.Id, answer.About, strategy, answer.Sources, topics, answer.Statement, answer.General,
                Need(answer.Id), _words.GetValueOrDefault($"{answer.Id}.plain"));
        }
    }

    /// <summary>Checks that every dose that an action names is there.</summary>
    public static void LinkDoses(Dictionary<string, StrategyEntry> strategies)
    {
        foreach (var action in strategies.Values.SelectMany(strategy => strategy.Actions.Values))
        {
            if (action.Doses.Any(dose => dose.NeedsMass) && action.Plain is null)
                throw new KnowledgeBaseException($"strategies/{action.Owner.Id}.json", action.Id, "an amount by body mass needs words without amounts (.plain).");
        }
    }

    /// <summary>"ice bath + gains": both must occur, each at the beginning of a word; "gel$" is that word and no longer one.</summary>
    private static string[] Terms(string topic) =>
        [.. topic.Split(" + ").Select(word => word.EndsWith('$') ? TopicText.Of(word) : TopicText.Of(word).TrimEnd())];

    private ActionEntry ReadAction(StrategyEntry strategy, string id, ActionJson action)
    {
        CheckSources(id, action.Sources);
        if (action.Sources.Length == 0)
            throw Fault(id, "it names no source.");

        var doses = (action.Doses ?? []).Select(name =>
            strategy.Doses.TryGetValue(name, out var dose) ? dose : throw Fault(id, $"there is no dose \"{name}\".")).ToArray();
        if (doses.Any(dose => dose.Basis == DoseBasis.Practice) && action.Sources.Any(source => sources[source].IsCitation))
            throw Fault(id, "an amount from memory stands beside a citation.");

        return new ActionEntry(
            id, strategy, Word<Stance>(id, action.Stance), Word<When>(id, action.When),
            action.Evidence is null ? strategy.Evidence : Word<Evidence>(id, action.Evidence), action.Rule ?? json.Rule,
            action.Sources, doses, action.LastsH, action.Rank, Need(id), _words.GetValueOrDefault($"{id}.plain"), Need($"{id}.why"));
    }

    private DoseRule ReadDose(string name, DoseJson dose)
    {
        CheckSources(name, dose.Sources ?? []);
        var basis = Word<DoseBasis>(name, dose.Basis);
        if (basis == DoseBasis.Source && dose.Sources is not { Length: > 0 })
            throw Fault(name, "a dose from a source must name it.");

        return new DoseRule(basis, [.. dose.Amounts.Select(pair => ReadAmount(name, pair.Key, pair.Value))], dose.Sources ?? []);
    }

    private Amount ReadAmount(string name, string key, AmountJson amount)
    {
        if (amount.Min > amount.Max || (amount.Min ?? amount.Max) is not { } any || any < 0)
            throw Fault(name, $"{key} must have a min not above its max.");

        var per = amount.Per switch
        {
            null => AmountPer.Nothing,
            "kg" => AmountPer.Kg,
            "kgLost" => AmountPer.KgLost,
            _ => throw Fault(name, $"per is \"{amount.Per}\"; it must be kg or kgLost."),
        };
        return new Amount(Word<DoseKey>(name, key), amount.Min, amount.Max, per, amount.Cap);
    }

    private FrozenDictionary<string, CautionLevel> ReadCautions()
    {
        var levels = new Dictionary<string, CautionLevel>();
        foreach (var caution in json.Cautions ?? [])
        {
            var level = Word<CautionLevel>("cautions", caution.Level);
            foreach (var condition in caution.Conditions)
            {
                if (!conditions.Ids.Contains(condition))
                    throw Fault("cautions", $"there is no condition \"{condition}\".");
                levels[condition] = levels.TryGetValue(condition, out var other) && other > level ? other : level;
            }
        }

        if (levels.Count > 0 && !levels.ContainsKey(ConditionBook.Unknown))
            throw Fault("cautions", $"they must say what an unknown condition closes (\"{ConditionBook.Unknown}\").");
        return levels.ToFrozenDictionary();
    }

    private Sentence Need(string key) => _words.TryGetValue(key, out var sentence) ? sentence : throw Fault(key, "its words are missing.");

    private void CheckSources(string entry, string[] ids)
    {
        foreach (var id in ids)
        {
            if (!sources.Has(id))
                throw Fault(entry, $"there is no source {id} in sources.json.");
        }
    }

    private T Word<T>(string entry, string word) where T : struct, Enum =>
        JsonNames.TryParse<T>(word, out var value) ? value : throw Fault(entry, $"\"{word}\" must be one of {JsonNames.All<T>()}.");

    private KnowledgeBaseException Fault(string entry, string fault) => new(file, $"{json.Id} ({entry})", fault);
}
