using CoachBot.Coaching.Language;

namespace CoachBot.Coaching.Dialogs;

/// <summary>Facts about the runner that change plans: body mass, age, conditions, medicines, diet. Kept whenever they are told.</summary>
internal static class Profile
{
    private static readonly string[] Openings = ["words.i-have", "words.vegan", "words.vegetarian"];

    private const int MostKept = 20;
    private const double LightestKg = 30;
    private const double HeaviestKg = 250;

    /// <summary>Never for a minor, nor where something about eating was told (evidence C15, C18).</summary>
    public static bool MayUseWeight(CoachTurn turn) =>
        turn.Runner is { Guardian: Guardian.NotNeeded, NoWeight: false } && !turn.Runner.Conditions.Any(turn.Content.Knowledge.ClosesWeight);

    /// <summary>Keeps what was told and says so in front of the reply. False when nothing was.</summary>
    public static bool Take(CoachTurn turn)
    {
        if (turn.Input.IsLong || turn.Text.Length == 0)
            return false;

        var facts = new List<string>();
        var clauses = WordList.Clauses(turn.Text, turn.Voice.Words("words.and"));
        var weightUnused = !TakeMass(turn, clauses, facts);
        TakeAge(turn, clauses, facts);
        TakeDiet(turn, clauses, facts);
        foreach (var clause in clauses.Where(clause => WordList.Begins(clause, turn.Voice.Words("words.i-have"))))
            Keep(turn, turn.Content.Knowledge.ConditionsIn(clause), turn.Content.Knowledge.MedicinesIn(clause), facts);

        if (weightUnused)
            turn.Preface(turn.Voice.Say("profile.no-weight"));
        if (facts.Count > 0)
            turn.Preface(turn.Voice.Say("profile.kept", ("facts", string.Join(", ", facts))));
        // Told and not asked, a medicine needs no lecture; that it is respected is said.
        if (facts.Count > 0 && turn.Said.Intent != Intent.Question)
            turn.SafetyNote = null;
        return facts.Count > 0 || weightUnused;
    }

    /// <summary>Answers to the question about them.</summary>
    public static void Keep(CoachTurn turn, IReadOnlyList<string> conditions, IReadOnlyList<string> medicines)
    {
        var facts = new List<string>();
        Keep(turn, conditions, medicines, facts);
        turn.Preface(turn.Voice.Say("profile.kept", ("facts", string.Join(", ", facts))));
    }

    private static void Keep(CoachTurn turn, IReadOnlyList<string> conditions, IReadOnlyList<string> medicines, List<string> facts) =>
        turn.Runner = turn.Runner with
        {
            Conditions = Keep(turn.Runner.Conditions, conditions, facts),
            Medicines = Keep(turn.Runner.Medicines, medicines, facts),
            NoConditions = turn.Runner.NoConditions && conditions.Count + medicines.Count == 0,
        };

    /// <summary>The message seems to tell something that <see cref="Take"/> would keep.</summary>
    public static bool MayTell(CoachTurn turn)
    {
        var clauses = WordList.Clauses(turn.Text, turn.Voice.Words("words.and"));
        return turn.Said.MassKg is not null || WordList.Number(clauses, turn.Voice.Words("words.my-age")) is not null
            || Openings.Any(key => clauses.Any(clause => WordList.Begins(clause, turn.Voice.Words(key))));
    }

    /// <returns>False when a weight was told that the coach does not use.</returns>
    private static bool TakeMass(CoachTurn turn, IReadOnlyList<string> clauses, List<string> facts)
    {
        if (turn.Said.MassBeforeKg is not null)
            return true;

        var kg = turn.Said.MassKg?.Value ?? WordList.Number(clauses, turn.Voice.Words("words.my-mass"));
        if (kg is not { } mass || mass is < LightestKg or > HeaviestKg)
            return true;
        if (!MayUseWeight(turn))
            return false;

        turn.Runner = turn.Runner with { BodyMassKg = mass };
        facts.Add(turn.Voice.Say("fact.mass", ("value", Math.Round(mass, 1))));
        return true;
    }

    /// <summary>Under 18 is for the age gate.</summary>
    private static void TakeAge(CoachTurn turn, IReadOnlyList<string> clauses, List<string> facts)
    {
        if (WordList.Number(clauses, turn.Voice.Words("words.my-age")) is not (>= 18 and <= 99 and var years))
            return;

        turn.Runner = turn.Runner with { AgeYears = (int)years };
        facts.Add(turn.Voice.Say("fact.age", ("value", years)));
    }

    private static void TakeDiet(CoachTurn turn, IReadOnlyList<string> clauses, List<string> facts)
    {
        foreach (var diet in new[] { "vegan", "vegetarian" })
        {
            if (!clauses.Any(clause => WordList.Begins(clause, turn.Voice.Words($"words.{diet}"))))
                continue;

            turn.Runner = turn.Runner with { Diet = diet };
            facts.Add(turn.Voice.Say($"fact.{diet}"));
        }
    }

    private static IReadOnlyList<string> Keep(IReadOnlyList<string> known, IReadOnlyList<string> told, List<string> facts)
    {
        facts.AddRange(told.Select(DataReplies.Literal));
        return told.Count == 0 ? known : [.. known.Union(told, StringComparer.OrdinalIgnoreCase).Take(MostKept)];
    }
}
