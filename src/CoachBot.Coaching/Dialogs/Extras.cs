using CoachBot.Coaching.Language;

namespace CoachBot.Coaching.Dialogs;

/// <summary>The two questions that only some check-ins need: the next hard session after a hard one, illness when one feels empty (evidence B2).</summary>
internal static class Extras
{
    private const int Week = 7;
    private const int LongestWords = 200;

    public static bool Accepts(Question question, CoachTurn turn) =>
        turn.Said.Intent is Intent.Back or Intent.Skip or Intent.Restart or Intent.Plan or Intent.No or Intent.Change
        || Read(question, turn, new CheckInAnswers()) is not null;

    /// <summary>Null where the message does not answer this question.</summary>
    public static CheckInAnswers? Read(Question question, CoachTurn turn, CheckInAnswers known)
    {
        if (turn.Said.Intent is Intent.Back or Intent.Skip or Intent.Restart or Intent.Plan or Intent.Change)
            return null;
        if (question == Question.Next && Days(turn) is { } days)
            return known with { NextInDays = days, NextKind = turn.Said.RunType is { Value: not RunType.Rest } kind ? CheckInReading.KindOf(kind.Value) : null };
        if (question == Question.Illness && turn.Said.Intent == Intent.No)
            return known with { Illness = [] };
        if (question == Question.Illness && turn.Input.HasLetters && turn.Text.Length <= LongestWords)
            return known with { Illness = [turn.Text] };
        return null;
    }

    /// <summary>0 where none is planned.</summary>
    private static int? Days(CoachTurn turn)
    {
        if (turn.Said.Intent == Intent.No || turn.Is("words.none") || turn.Is("words.next.none"))
            return 0;
        if (turn.Is("words.next.later"))
            return Week;
        if (turn.Said.WhenDays is { Value: > 0 } days)
            return days.Value;
        if (turn.Said.Weekday is { } weekday)
            return ((int)weekday.Value - (int)turn.Now.DayOfWeek + Week) % Week is > 0 and var ahead ? ahead : Week;
        return null;
    }
}
