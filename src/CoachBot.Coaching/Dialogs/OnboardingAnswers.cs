using CoachBot.Coaching.Language;
using CoachBot.Recovery;

namespace CoachBot.Coaching.Dialogs;

/// <summary>What an answer of the first meeting does to the runner's record.</summary>
internal static class OnboardingAnswers
{
    private const int AdultFrom = 18;
    private const int OlderFrom = 50;
    private const int Oldest = 110;
    private const int LongestWords = 200;

    /// <summary>The answer is not known otherwise, and may be asked of this runner.</summary>
    public static bool IsOpen(Question question, CoachTurn turn) => question.Name switch
    {
        "age" => turn.Runner is { Guardian: Guardian.NotNeeded, AgeYears: null, AgeFrom: null },
        "mass" => turn.Runner.BodyMassKg is null && Profile.MayUseWeight(turn),
        "health" => turn.Runner is { NoConditions: false, Conditions.Count: 0, Medicines.Count: 0 },
        _ => true,
    };

    /// <summary>The message answers the question, passes it over, or goes on to a run or the plan.</summary>
    public static bool Accepts(Question question, CoachTurn turn) =>
        turn.Said.Intent is Intent.Skip or Intent.No || Leaves(question, turn) || question.Name switch
        {
            "setup" => turn.Said.Intent == Intent.Yes || turn.Is("words.fits") || SettingsDialog.LanguageSaid(turn) is not null || SettingsDialog.UnitsSaid(turn) is not null || ZoneReader.Read(turn) is not null,
            "age" => turn.Runner.Guardian != Guardian.NotNeeded || Years(turn) is not null || SaysUnder18(turn),
            "mass" => turn.Said.MassKg is not null,
            "health" => turn.Text.Length <= LongestWords && turn.Input.HasLetters,
            "morning" => turn.Said.Intent is Intent.Yes or Intent.SetReminder || turn.Said.PromptTime is not null,
            _ => false,
        };

    public static bool SaysUnder18(CoachTurn turn) => turn.Is("words.age.under18") || Years(turn) < AdultFrom;

    /// <summary>Keeps the answer. False when the runner told a run or wants the plan instead.</summary>
    public static bool Take(Question question, CoachTurn turn)
    {
        if (Leaves(question, turn))
        {
            turn.Memory = turn.Memory with { Asked = null, Misses = 0 };
            if (CheckInReading.HasFacts(turn.Said))
                turn.Answers = CheckInAnswering.Merge(null, turn, turn.Answers);
            return false;
        }

        turn.Runner = turn.Runner with { Met = [.. turn.Runner.Met.Union([question.Name])], WeightOffered = turn.Runner.WeightOffered || question == Question.Mass };
        if (turn.Said.Intent == Intent.Skip || turn.Said.Intent == Intent.No && question != Question.Health)
            turn.Preface(turn.Voice.Say("skipped"));
        else
            Keep(question, turn);
        return true;
    }

    private static bool Leaves(Question question, CoachTurn turn) =>
        turn.Said.Intent is Intent.Plan || turn.Said.Intent is Intent.CheckIn && !CheckInReading.HasFacts(turn.Said)
        || question == Question.Setup && CheckInReading.HasFacts(turn.Said)
        || question != Question.Setup && question != Question.Mass && Years(turn) is null && !turn.Is("words.none") && (turn.Said.RunType is not null || turn.Said.DistanceUnitSaid is not null);

    private static void Keep(Question question, CoachTurn turn)
    {
        switch (question.Name)
        {
            case "setup":
                KeepSetup(turn);
                break;
            case "age" when Years(turn) is { } years:
                turn.Runner = turn.Is("words.age.adult") ? turn.Runner with { AgeFrom = AdultFrom }
                    : turn.Is("words.age.older") ? turn.Runner with { AgeFrom = OlderFrom }
                    : turn.Runner with { AgeYears = years };
                break;
            case "mass" when turn.Said.MassKg is not null:
                Profile.Take(turn);
                break;
            case "health":
                KeepHealth(turn);
                break;
        }
    }

    private static void KeepSetup(CoachTurn turn)
    {
        if (SettingsDialog.LanguageSaid(turn) is { } language)
            SettingsDialog.SetLanguage(turn, language);
        if (SettingsDialog.UnitsSaid(turn) is { } units)
            SettingsDialog.SetUnits(turn, units);
        else
            turn.Runner = turn.Runner with { Units = turn.Runner.Units ?? Units.Metric };
        if (ZoneReader.Read(turn) is { } zone)
            ZoneReader.Keep(turn, zone);
    }

    /// <summary>Words that name nothing known are kept as they are: an unknown condition makes plans more careful, not less.</summary>
    private static void KeepHealth(CoachTurn turn)
    {
        if (turn.Said.Intent == Intent.No || turn.Is("words.none"))
        {
            turn.Runner = turn.Runner with { NoConditions = true };
            return;
        }

        var (conditions, medicines) = (new List<string>(), new List<string>());
        foreach (var clause in WordList.Clauses(turn.Text, turn.Voice.Words("words.and")).Where(clause => !WordList.Finds(clause, turn.Voice.Words("words.none"))))
        {
            var (condition, medicine) = (turn.Content.Knowledge.ConditionsIn(clause), turn.Content.Knowledge.MedicinesIn(clause));
            conditions.AddRange(condition.Count + medicine.Count == 0 ? [clause] : condition);
            medicines.AddRange(medicine);
        }

        Profile.Keep(turn, conditions, medicines);
        turn.SafetyNote = null;
    }

    /// <summary>18 and 50 stand for their bands.</summary>
    private static int? Years(CoachTurn turn)
    {
        if (turn.Is("words.age.adult"))
            return AdultFrom;
        if (turn.Is("words.age.older"))
            return OlderFrom;
        var years = WordList.Number([turn.Text], [.. turn.Voice.Words("words.my-age"), "#"]);
        return years is >= 5 and <= Oldest ? (int)years : null;
    }
}
