using System.Collections.Frozen;

namespace CoachBot.Recovery;

/// <summary>What the coach knows: strategies, sources, words. Immutable; built once at start, shared by all threads.</summary>
public sealed class KnowledgeBase
{
    private readonly FrozenDictionary<string, StrategyEntry> _doseOwners;

    internal KnowledgeBase(
        FrozenDictionary<string, StrategyEntry> strategies, SourceBook sources, ConditionBook conditions, PlanWords words, IReadOnlyList<AnswerEntry> answers)
    {
        Strategies = strategies;
        Sources = sources;
        Conditions = conditions;
        Words = words;
        Answers = new AnswerBook(answers, words);
        _doseOwners = strategies.Values.SelectMany(strategy => strategy.Doses.Keys.Select(dose => (Name: $"{strategy.Id}:{dose}", strategy)))
            .ToFrozenDictionary(pair => pair.Name, pair => pair.strategy);
    }

    internal FrozenDictionary<string, StrategyEntry> Strategies { get; }

    internal SourceBook Sources { get; }

    internal ConditionBook Conditions { get; }

    internal PlanWords Words { get; }

    internal AnswerBook Answers { get; }

    /// <exception cref="KnowledgeBaseException">A file is faulty; names file, strategy and fault.</exception>
    public static KnowledgeBase Load(IContentFiles files) => KnowledgeLoader.Load(files);

    /// <summary>All strategies in the language of <paramref name="locale"/>, by id.</summary>
    public IReadOnlyList<StrategyInfo> Describe(string locale)
    {
        var language = Languages.Of(locale);
        return [.. Strategies.Values.OrderBy(strategy => strategy.Id, StringComparer.Ordinal).Select(strategy => new StrategyInfo(
            strategy.Id, strategy.Strategy, strategy.Words["name"].In(language), strategy.Evidence, strategy.Words["does"].In(language),
            strategy.Words["doesNot"].In(language), SafetyPlan.SourcesOf(strategy.Sources, this)))];
    }

    /// <summary>All that can be answered, in the language of <paramref name="locale"/>.</summary>
    public IReadOnlyList<AnswerTopic> AnswerTopics(string locale)
    {
        var language = Languages.Of(locale);
        return [.. Answers.Entries.Select(entry => new AnswerTopic(
            entry.Id, entry.Owner.Words["name"].In(language), [.. entry.Topics[(int)language].SelectMany(words => words)], entry.Text.In(language)))];
    }

    /// <summary>Conditions that a text names, in its own words; <see cref="RunnerProfile.Conditions"/> takes them as they are.</summary>
    public IReadOnlyList<string> ConditionsIn(string text) => Conditions.ConditionsIn(text);

    /// <summary>Medicines likewise.</summary>
    public IReadOnlyList<string> MedicinesIn(string text) => Conditions.MedicinesIn(text);

    /// <summary>A condition under which the coach names no body weight and no calories (evidence C15).</summary>
    public bool ClosesWeight(string condition) => Conditions.Condition(condition) is "eatingDisorder" or "redS";

    /// <param name="name">"protein:afterLong": the strategy and its dose.</param>
    internal DoseRule Dose(string name) => DoseOwner(name).Doses[name[(name.IndexOf(':') + 1)..]];

    internal StrategyEntry DoseOwner(string name) => _doseOwners[name];
}
