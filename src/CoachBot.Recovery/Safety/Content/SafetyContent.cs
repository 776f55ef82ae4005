using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CoachBot.Recovery.Safety.Rules;
using CoachBot.Recovery.Safety.Text;

namespace CoachBot.Recovery.Safety.Content;

/// <summary>Reads and checks <c>dialogs/safety/</c> as a whole. Every fault names the file, the key and what is wrong.</summary>
internal sealed class SafetyContent
{
    private const string Folder = "safety";
    private const string RulesPath = Folder + "/rules.json";
    private const string NumbersPath = Folder + "/numbers.json";

    private SafetyContent(IReadOnlyList<SafetyRule> rules, IReadOnlyList<SafetyLanguageFile> languages, SafetyNumbersFile numbers)
    {
        Rules = rules;
        Files = languages;
        Numbers = numbers;
    }

    public IReadOnlyList<SafetyRule> Rules { get; }

    public IReadOnlyList<SafetyLanguageFile> Files { get; }

    public SafetyNumbersFile Numbers { get; }

    public static SafetyContent Load(IContentFiles files)
    {
        var rules = Read(files, RulesPath, SafetyJson.Default.SafetyRulesFile).Rules;
        CheckRules(rules);
        var numbers = Read(files, NumbersPath, SafetyJson.Default.SafetyNumbersFile);
        if (numbers.RecheckBy <= numbers.CheckedOn)
            throw Fault(NumbersPath, "recheckBy", "lies before checkedOn");

        var languages = files.List(Folder).Where(path => IsLanguage(path))
            .Select(path => Read(files, path, SafetyJson.Default.SafetyLanguageFile)).ToArray();
        if (languages.Length == 0)
            throw Fault(Folder, "<language>.json", "is missing");
        foreach (var language in languages)
            CheckLanguage(language, languages[0], rules);
        return new SafetyContent(rules, languages, numbers);
    }

    private static bool IsLanguage(string path) =>
        path.EndsWith(".json", StringComparison.Ordinal) && !path.EndsWith(".schema.json", StringComparison.Ordinal) && path is not (RulesPath or NumbersPath);

    /// <summary>The phrases of all languages over one vocabulary.</summary>
    public IReadOnlyList<SafetyLanguage> Compile(Vocabulary vocabulary)
    {
        var compiled = new List<SafetyLanguage>();
        for (var index = 0; index < Files.Count; index++)
            compiled.Add(Compile(Files[index], index, vocabulary));
        return compiled;
    }

    private SafetyLanguage Compile(SafetyLanguageFile file, int language, Vocabulary vocabulary)
    {
        var parsed = file.Lists.ToDictionary(list => list.Key, list => Parse(file, "lists." + list.Key, list.Value), StringComparer.Ordinal);
        CheckReferences(file, parsed);
        var builder = new PhraseGraphBuilder(vocabulary, language, name => parsed[name]);
        var names = MarkerLists.Names.Concat(file.Lists.Keys.Order(StringComparer.Ordinal)).ToArray();
        for (var number = 0; number < names.Length; number++)
        {
            var isMarker = number < MarkerLists.Names.Count;
            var key = (isMarker ? "markers." : "lists.") + names[number];
            foreach (var phrase in isMarker ? Parse(file, key, file.Markers[names[number]]) : parsed[names[number]])
            {
                Guard(file, key, () => builder.Add(phrase, number));
                if (!isMarker)
                    MendTowards(phrase, vocabulary, language, file.Endings);
            }
        }

        foreach (var word in file.Plain)
            vocabulary.AddPlain(CharacterFolding.Fold(word), language);
        foreach (var end in file.CompoundEnds)
            vocabulary.AddCompoundEnd(CharacterFolding.Fold(end));
        var numberWords = file.Numbers.ToDictionary(pair => vocabulary.Word(CharacterFolding.Fold(pair.Key), language), pair => pair.Value);
        var common = file.Common.Select(word => vocabulary.Word(CharacterFolding.Fold(word), language)).ToHashSet();
        return new SafetyLanguage(file.Language, language, builder.Build(numberWords), names, Rules, common);
    }

    private static PhrasePattern[] Parse(SafetyLanguageFile file, string key, string[] phrases)
    {
        PhrasePattern[] parsed = [];
        Guard(file, key, () => parsed = [.. phrases.Select(PhraseParser.Parse)]);
        return parsed;
    }

    private static void Guard(SafetyLanguageFile file, string key, Action work)
    {
        try
        {
            work();
        }
        catch (FormatException fault)
        {
            throw Fault(PathOf(file), key, fault.Message);
        }
    }

    /// <summary>A list may use another with <c>@name</c>, but one level deep only: that keeps loops out.</summary>
    private static void CheckReferences(SafetyLanguageFile file, Dictionary<string, PhrasePattern[]> lists)
    {
        foreach (var (name, patterns) in lists)
        {
            foreach (var reference in patterns.SelectMany(References))
            {
                if (!lists.TryGetValue(reference, out var target))
                    throw Fault(PathOf(file), "lists." + name, $"refers to '@{reference}', which is missing");
                if (target.SelectMany(References).Any())
                    throw Fault(PathOf(file), "lists." + name, $"refers to '@{reference}', which refers on");
            }
        }
    }

    private static IEnumerable<string> References(PhrasePattern pattern) => Leaves(pattern).OfType<PhrasePattern.Reference>().Select(leaf => leaf.List);

    private static IEnumerable<PhrasePattern> Leaves(PhrasePattern pattern) => pattern switch
    {
        PhrasePattern.Sequence sequence => sequence.Items.SelectMany(Leaves),
        PhrasePattern.Choice choice => choice.Options.SelectMany(Leaves),
        PhrasePattern.Optional optional => Leaves(optional.Item),
        _ => [pattern],
    };

    /// <summary>A misspelt word beginning ("collpased" for "collaps*") is found through the endings of the language.</summary>
    private static void MendTowards(PhrasePattern phrase, Vocabulary vocabulary, int language, string[] endings)
    {
        foreach (var leaf in Leaves(phrase))
        {
            if (leaf is PhrasePattern.Word word && word.Text.All(char.IsAsciiLetter))
                vocabulary.MendingOf(language).Teach(word.Text, vocabulary.Word(word.Text));
            if (leaf is not PhrasePattern.Stem stem)
                continue;
            foreach (var ending in endings)
                vocabulary.MendingOf(language).Teach(stem.Text + ending, vocabulary.Stem(stem.Text, language));
        }
    }

    private static void CheckRules(IReadOnlyList<SafetyRule> rules)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            if (!rule.Id.StartsWith('C') || rule.Id.IndexOf('.', StringComparison.Ordinal) < 2)
                throw Fault(RulesPath, rule.Id, "is no id like C1.chest-pain");
            if (rule.Needs.Count == 0)
                throw Fault(RulesPath, rule.Id, "needs nothing and would always fire");
            if (rule.Within is < 0 or > 60)
                throw Fault(RulesPath, rule.Id, "within is outside 0 to 60 words");
            if (!seen.Add(rule.Id + string.Join('+', rule.Needs)))
                throw Fault(RulesPath, rule.Id, "stands twice with the same needs");
        }
    }

    private static void CheckLanguage(SafetyLanguageFile file, SafetyLanguageFile first, IReadOnlyList<SafetyRule> rules)
    {
        var path = PathOf(file);
        foreach (var name in MarkerLists.Names.Where(name => !file.Markers.ContainsKey(name)))
            throw Fault(path, "markers." + name, "is missing");
        foreach (var name in file.Markers.Keys.Where(name => !MarkerLists.Names.Contains(name)))
            throw Fault(path, "markers." + name, "is no marker list");

        var needed = rules.SelectMany(rule => rule.Needs.SelectMany(need => need.Split('|')).Concat(rule.Unless).Select(name => (rule.Id, name)));
        foreach (var (id, name) in needed.Where(need => !file.Lists.ContainsKey(need.name) && !file.Markers.ContainsKey(need.name)))
            throw Fault(path, "lists." + name, $"is missing, and rule {id} needs it");
        if (!file.Lists.Keys.Order(StringComparer.Ordinal).SequenceEqual(first.Lists.Keys.Order(StringComparer.Ordinal)))
            throw Fault(path, "lists", $"are not the same lists as in {PathOf(first)}: {string.Join(", ", file.Lists.Keys.Union(first.Lists.Keys).Except(file.Lists.Keys.Intersect(first.Lists.Keys)))}");
        foreach (var key in first.Messages.Keys.Except(file.Messages.Keys))
            throw Fault(path, "messages." + key, $"is missing; {PathOf(first)} has it");
        foreach (var key in file.Messages.Keys.Except(first.Messages.Keys))
            throw Fault(path, "messages." + key, $"is unknown to {PathOf(first)}");
        SafetyMessages.Check(path, file.Messages, rules);
    }

    private static string PathOf(SafetyLanguageFile file) => $"{Folder}/{file.Language}.json";

    private static T Read<T>(IContentFiles files, string path, JsonTypeInfo<T> type)
    {
        try
        {
            using var stream = files.Open(path);
            return JsonSerializer.Deserialize(stream, type) ?? throw Fault(path, "$", "is null");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{path}: {fault.Path}: {fault.Message}", fault);
        }
        catch (FileNotFoundException fault)
        {
            throw new InvalidDataException($"{path}: there is no such file", fault);
        }
    }

    internal static InvalidDataException Fault(string path, string key, string fault) => new($"{path}: {key} {fault}.");
}
