using CoachBot.Coaching.Language;
using CoachBot.Recovery.Safety;

namespace CoachBot.Coaching.Dialogs;

/// <summary>What a message shows that does not stop the coach and still counts: age, pregnancy, medicines, a caution to give.</summary>
internal static class Cautions
{
    public const string SelfHarm = "C17";

    public const string Eating = "C15";

    private const string Pregnancy = "C16";
    private const string Minor = "C18";
    private const string Medicine = "C19";
    private const int MostMedicines = 20;
    private const int LongestMedicine = 200;

    public static void Notice(CoachTurn turn, SafetyAssessment found)
    {
        if (found.Signs.Count == 0)
            return;

        turn.SafetyNote = turn.Content.Gate.Message(found, turn.Locale);
        foreach (var sign in found.Signs.Where(sign => sign.Tier == SafetyTier.T4 && !sign.OtherPerson))
            turn.Runner = Keep(turn, sign.Condition);
    }

    /// <summary>A question ("can I take ibuprofen?") tells nothing about the one who asks.</summary>
    private static RunnerRecord Keep(CoachTurn turn, string condition) => condition switch
    {
        Minor when turn.Runner.Guardian == Guardian.NotNeeded => turn.Runner with { Guardian = Guardian.Noticed },
        _ when ConsentGate.IsClosed(turn) || turn.Asked == Question.Health => turn.Runner,
        Pregnancy when turn.Said.Intent != Intent.Question => turn.Runner with { Conditions = [.. turn.Runner.Conditions.Union(["pregnancy"])] },
        Medicine when turn.Said.Intent != Intent.Question && turn.Text.Length <= LongestMedicine && turn.Runner.Medicines.Count < MostMedicines =>
            turn.Runner with { Medicines = [.. turn.Runner.Medicines.Union(turn.Content.Knowledge.MedicinesIn(turn.Text) is { Count: > 0 } named ? named : [turn.Text])] },
        _ => turn.Runner,
    };
}
