using CoachBot.Recovery.Safety;
using CoachBot.Recovery.Strategies;

namespace CoachBot.Recovery;

/// <summary>From a check-in to a plan: a pure function, the same plan for the same check-in, byte for byte. Safe for many threads.</summary>
public sealed class RecoveryPlanner(KnowledgeBase knowledge, SafetyGate gate)
{
    private static readonly IRecoveryStrategy[] All =
    [
        new SafetyNotes(), new RestDays(), new ActiveRecovery(), new Carbohydrate(), new Protein(), new FluidSodium(), new PreRunFuelling(),
        new Strategies.Sleep(), new Naps(), new CaffeineTiming(), new WarmBath(), new ColdWater(), new Cryotherapy(), new Massage(), new MassageGun(),
        new CompressionGarments(), new PneumaticBoots(), new FoamRolling(), new Stretching(), new TartCherry(), new Taper(), new Strategies.RaceWeek(),
        new Monitoring(),
    ];

    /// <summary>The data files without which no plan can be made.</summary>
    internal static IEnumerable<string> StrategyIds => All.Select(strategy => strategy.Id);

    public RecoveryPlan Plan(CheckIn checkIn)
    {
        var language = Languages.Of(checkIn.Locale);
        var safety = Assess(checkIn);
        if (safety.Stops)
            return SafetyPlan.Stop(safety, gate.Message(safety, checkIn.Locale), knowledge, language);

        var cautions = new RunnerCautions(checkIn.Runner, knowledge.Conditions);
        string[] notes = [.. checkIn.Notes.Select(TopicText.Of)];
        if (knowledge.Words.HasCue("alcohol", notes, language))
            cautions.Add(ConditionBook.Alcohol);
        var facts = new PlanFacts(checkIn, cautions, knowledge.Answers.Find(checkIn.Notes, language, strategy => cautions.For(strategy).Level >= CautionLevel.Ask))
        {
            MentionsStrength = knowledge.Words.HasCue("strength", notes, language),
            MustPerformNext = checkIn.Training.Next?.Description is { } next && knowledge.Words.HasCue("mustPerform", [TopicText.Of(next)], language),
        };
        return IsIll(checkIn) ? Ill(facts, safety) : Plan(facts, safety);
    }

    /// <summary>Answers to a question asked outside a check-in; none behind a red flag, and none that the knowledge does not hold.</summary>
    /// <param name="search">The id of the answer to a question that the knowledge does not recognise by its words; null for none.</param>
    public QuestionAnswers Ask(string question, string locale, RunnerProfile? runner = null, Func<string, string, string?>? search = null)
    {
        var (language, safety) = (Languages.Of(locale), gate.Assess(question, locale));
        if (safety.Stops)
            return new QuestionAnswers([], [], safety, gate.Message(safety, locale));

        var cautions = new RunnerCautions(runner ?? RunnerProfile.Unknown, knowledge.Conditions);
        // Whoever asks outside a check-in asks, with or without the mark.
        var found = knowledge.Answers.Find([question.Contains('?') ? question : question + "?"], language);
        if (found.Count == 0 && search?.Invoke(question, locale) is { } id)
            found = [.. knowledge.Answers.Entries.Where(entry => entry.Id == id)];
        var answers = found.Select(answer => Answering.Of(answer, cautions, [], knowledge, language)).ToArray();
        var sources = SafetyPlan.SourcesOf(answers.SelectMany(answer => answer.Sources), knowledge);
        return new QuestionAnswers(answers, sources, safety, safety.Tier == SafetyTier.None ? null : gate.Message(safety, locale));
    }

    /// <summary>All that the runner wrote, and what the fields show.</summary>
    private SafetyAssessment Assess(CheckIn checkIn)
    {
        var signs = new List<SafetySign>(StructuredSigns.Of(checkIn));
        foreach (var text in checkIn.Notes.Concat(checkIn.Wellness.Illness ?? []))
            signs.AddRange(gate.Assess(text, checkIn.Locale).Signs);
        if (checkIn.Training.Next?.Description is { } description)
            signs.AddRange(gate.Assess(description, checkIn.Locale).Signs);
        return signs.Count == 0 ? SafetyAssessment.None : SafetyAssessment.Of(signs);
    }

    private static bool IsIll(CheckIn checkIn) =>
        checkIn.Wellness.Illness is { } symptoms && symptoms.Any(symptom => symptom.Trim().ToLowerInvariant() is not ("" or "none" or "no"));

    private RecoveryPlan Plan(PlanFacts facts, SafetyAssessment safety)
    {
        var readiness = ReadinessModel.Read(facts);
        var chosen = facts.CheckIn.Overrides.Band is { } wish and not Band.Hold && wish != readiness.Band ? wish : (Band?)null;
        facts.Readiness = chosen is { } band ? readiness with { Band = band } : readiness;
        var to = new Proposals(facts, knowledge);
        foreach (var strategy in All)
            strategy.Propose(facts, to);
        AddClosed(facts, to);
        return Finish(facts, safety, readiness, chosen, to, NextHardOf(facts));
    }

    private RecoveryPlan Ill(PlanFacts facts, SafetyAssessment safety)
    {
        var readiness = new Readiness(Band.Hold, ReadinessModel.Read(facts).Confidence, [new(Measure.Illness, Level.Red)]);
        facts.Readiness = readiness;
        var to = new Proposals(facts, knowledge);
        SafetyPlan.ProposeIll(to);
        return Finish(facts, safety, readiness, null, to, null);
    }

    private RecoveryPlan Finish(PlanFacts facts, SafetyAssessment safety, Readiness readiness, Band? chosen, Proposals to, NextHard? next)
    {
        var composed = PlanComposer.Choose(facts, to.Drafts);
        var actions = composed.Lines.ConvertAll(draft => ActionText.Render(draft, facts, knowledge));
        // Ill, only what is asked about illness is answered: no training talk.
        var answers = facts.Asked.Where(answer => readiness.Band != Band.Hold || answer.Owner.Strategy == Strategy.Safety)
            .Select(answer => Answering.Of(answer, facts.Cautions, actions, knowledge, facts.Language)).ToArray();
        var plan = new RecoveryPlan
        {
            Band = readiness.Band,
            Confidence = readiness.Confidence,
            Reasons = ReasonText.Of(readiness, knowledge, facts.Language),
            Safety = new(safety.Tier, safety.Signs, safety.Tier == SafetyTier.None ? null : gate.Message(safety, facts.CheckIn.Locale), safety.Locks),
            Actions = actions,
            Answers = answers,
            NextHard = next,
            Sources = SafetyPlan.SourcesOf(actions.SelectMany(action => action.Sources).Concat(answers.SelectMany(answer => answer.Sources)), knowledge),
            ChosenBand = chosen,
            Fit = composed.WasCut is { } cut ? FitOf(facts, cut) : null,
            Language = facts.Language.Code(),
            Text = "",
        };
        return plan with { Text = PlanText.Of(plan, facts, knowledge) };
    }

    /// <summary>What a condition closes is said only to those who would do it otherwise.</summary>
    private void AddClosed(PlanFacts facts, Proposals to)
    {
        foreach (var (strategy, condition) in to.Closed.ToArray())
        {
            if (facts.Wants(strategy) && strategy.Actions.ContainsKey($"{strategy.Id}-not-for-you"))
                to.Add(strategy.Id, $"{strategy.Id}-not-for-you")?.With("condition", knowledge.Conditions.NameOf(condition, facts.Language));
        }
    }

    /// <summary>Says that the plan was cut to the minutes there are, or that nothing in it takes longer anyway.</summary>
    private PlanFit FitOf(PlanFacts facts, bool wasCut)
    {
        var (minutes, words) = (facts.CheckIn.Overrides.MinutesAvailable!.Value, knowledge.Words);
        var text = $"{PlanWords.Number(Math.Round(minutes), facts.Language)} {words["unit.minutes", facts.Language]}";
        return new PlanFit(minutes, wasCut, words.Fill(wasCut ? "fit.cut" : "fit.already", facts.Language, new KeyValuePair<string, string>("minutes", text)));
    }

    private NextHard NextHardOf(PlanFacts facts)
    {
        var (earliest, from) = Spacing.Next(facts, facts.Readiness.Band);
        var words = knowledge.Words;
        string[] keys = ["soreness", "stairs", "limp", "sleep", "ill"];
        return new NextHard(facts.CheckIn.Local(earliest), (int)Math.Ceiling((earliest - from).TotalHours - 1e-6),
            [.. keys.Select(key => words[$"condition.{key}", facts.Language])]);
    }
}
