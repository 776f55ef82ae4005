using CoachBot.Coaching.Language;
using CoachBot.Recovery;

namespace CoachBot.Coaching.Dialogs;

/// <summary>What one message does to the check-in under way.</summary>
internal static class CheckInAnswering
{
    private const int MostNotes = 20;
    private const int LongestNote = 1000;

    /// <summary>The message moves the check-in: an answer to this question or another, or a command.</summary>
    public static bool Accepts(Question question, CoachTurn turn) =>
        question == Question.Next || question == Question.Illness ? Extras.Accepts(question, turn) :
        turn.Said.Intent is Intent.Back or Intent.Skip or Intent.Restart or Intent.Plan or Intent.Same or Intent.Change
        || CheckInReading.HasFacts(turn.Said)
        || turn.Input.Form is not null
        || SaysNoRun(question, turn)
        || OneReply.Read(question, turn, turn.Answers) is not null
        || question == Question.Spot && Spread(turn) is not null;

    /// <summary>The answers after the message. What is worth saying about it goes in front of the next question.</summary>
    public static CheckInAnswers Apply(Question question, CoachTurn turn)
    {
        var known = turn.Answers;
        if (Extras.Read(question, turn, known) is { } extra)
            return extra;
        if (turn.Input.Form is { } form)
            return CheckInForm.Read(form, turn, known);

        switch (turn.Said.Intent)
        {
            case Intent.Skip:
                turn.Preface(turn.Voice.Say("skipped"));
                return question == Question.Energy ? known.Skip(question.Name).Skip(Question.Stress.Name) : known.Skip(question.Name);
            case Intent.Restart:
                turn.Preface(turn.Voice.Say("restarted"));
                return new CheckInAnswers { Corrects = known.Corrects };
            case Intent.Back:
                var earlier = CheckInQuestions.Back(known);
                turn.Preface(turn.Voice.Say(earlier is null ? "back.first" : "back"));
                return earlier ?? known;
            case Intent.Same:
                return SameAsLast(question, turn, known);
            case Intent.Plan when !CheckInReading.HasFacts(turn.Said):
                return SkipTheRest(known);
            default:
                return Merge(question, turn, known);
        }
    }

    /// <summary>Puts what was said into the answers and says it back where it was more than the plain answer.</summary>
    /// <param name="question">What was asked; null when the runner told it unasked.</param>
    public static CheckInAnswers Merge(Question? question, CoachTurn turn, CheckInAnswers known)
    {
        var corrected = turn.Said.Intent == Intent.Change && question is not null && CheckInQuestions.Needs(question, known) ? Correction.Of(known, turn.Text) : null;
        var merged = corrected ?? CheckInReading.Merge(known, turn.Said, question, turn.Now.DayOfWeek);
        merged = OneReply.Read(question, turn, merged) ?? merged;
        if (question is not null && SaysNoRun(question, turn) && !merged.HasRun)
            merged = merged with { Kind = SessionKind.Rest };
        if (merged.Sites.Count > 0 && Spread(turn) is { } spread)
            merged = merged.WithSpread(spread);
        if (turn.Said.DistanceUnitSaid == DistanceUnit.Mile)
            turn.Runner = turn.Runner with { Units = turn.Runner.Units ?? Units.Imperial };
        if (Doubts.IsTooFast(merged) && !Doubts.IsTooFast(known))
        {
            merged = merged with { DistanceKm = known.DistanceKm, DurationMin = known.DistanceKm is null ? null : known.DurationMin };
            turn.Preface(turn.Voice.Say("doubt.pace"));
        }

        SayBack(question, turn, known, merged);
        if (Doubts.Middle(turn) is { } middle)
            turn.Preface(middle);
        if (turn.Said.Ask is not null && corrected is null)
            turn.Preface(Say.Doubt(turn));
        return Note(merged, turn);
    }

    private static void SayBack(Question? question, CoachTurn turn, CheckInAnswers known, CheckInAnswers merged)
    {
        var facts = Facts.New(known, merged, turn.Voice);
        if (facts.Count == 0 && turn.Said is { Intent: Intent.Change, Ask: null })
            turn.Preface(turn.Voice.Say("changed.which"));
        else if (facts.Count > 0 && Facts.Replaced(known, merged))
            turn.Preface(turn.Voice.Say("changed", ("facts", string.Join(", ", facts))));
        else if (facts.Count > 1 || facts.Count == 1 && !IsPlainAnswer(question, merged))
            turn.Preface(turn.Voice.Say("noted", ("facts", string.Join(", ", facts))));
    }

    /// <summary>A number at the question that asked for it needs no echo.</summary>
    private static bool IsPlainAnswer(Question? question, CheckInAnswers merged) =>
        question is not null && question != Question.Run && question != Question.Amount && !CheckInQuestions.Needs(question, merged);

    /// <summary>Notes keep words; a bare number or a tap is in the answers already.</summary>
    private static CheckInAnswers Note(CheckInAnswers answers, CoachTurn turn) =>
        turn.Input.HasLetters && answers.Notes.Count < MostNotes ? answers.Note(turn.Text.Length > LongestNote ? turn.Text[..LongestNote] : turn.Text) : answers;

    private static bool SaysNoRun(Question question, CoachTurn turn) => question == Question.Run && turn.Says("words.no-run");

    private static bool? Spread(CoachTurn turn)
    {
        if (turn.Asked != Question.Spot)
            return turn.Says("words.both-same") ? true : null;
        return turn.Says("words.spot.one") ? false : turn.Says("words.spot.spread") ? true : null;
    }

    /// <summary>"Just give me the plan": with what is known. What was not said stays unknown.</summary>
    private static CheckInAnswers SkipTheRest(CheckInAnswers known)
    {
        while (CheckInQuestions.Next(known) is { } open)
            known = known.Skip(open.Name);
        return known;
    }

    /// <summary>"Same as yesterday" before anything was asked: all of it again, said back so that what differs can be changed.</summary>
    public static CheckInAnswers AllAsLast(CoachTurn turn, CheckInAnswers last)
    {
        var copied = last with { Corrects = null, DaysAgo = null, MinutesAvailable = null, ChosenBand = null, Skipped = [], Asked = [], Notes = [] };
        turn.Preface(turn.Voice.Say("noted", ("facts", string.Join(", ", Facts.New(new CheckInAnswers(), copied, turn.Voice)))));
        return copied;
    }

    private static CheckInAnswers SameAsLast(Question question, CoachTurn turn, CheckInAnswers known)
    {
        var copied = turn.Runner.Last is { } last ? Copy(question, known, last.Answers) : known;
        var facts = Facts.New(known, copied, turn.Voice);
        turn.Preface(facts.Count == 0 ? turn.Voice.Say("same.none") : turn.Voice.Say("noted", ("facts", string.Join(", ", facts))));
        return copied;
    }

    private static CheckInAnswers Copy(Question question, CheckInAnswers known, CheckInAnswers last) => question.Name switch
    {
        "run" => known with { Kind = last.Kind, DistanceKm = last.DistanceKm, DurationMin = last.DurationMin, PaceSPerKm = last.PaceSPerKm },
        "amount" => known with { DurationMin = last.Minutes },
        "effort" => known with { Rpe = last.Rpe },
        "soreness" => known with { Soreness = last.Soreness, Sites = last.Sites },
        "site" or "spot" => known with { Sites = last.Sites },
        "sleep" => known with { SleepHours = last.SleepHours },
        "sleep-quality" => known with { SleepQuality = last.SleepQuality },
        "energy" => known with { Energy = last.Energy },
        "next" or "illness" => known,
        _ => known with { Stress = last.Stress },
    };
}
