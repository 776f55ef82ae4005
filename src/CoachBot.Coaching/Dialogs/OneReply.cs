using System.Globalization;
using System.Text.RegularExpressions;

namespace CoachBot.Coaching.Dialogs;

/// <summary>Questions that take two numbers at once, "7 h, 3" and "4 and 4", or one word for the whole day (evidence B2, questions 4 and 5).</summary>
internal static partial class OneReply
{
    private const double MostHours = 20;

    /// <summary>A word tells energy; stress was not said and stays unknown.</summary>
    private static readonly (string Name, int Energy)[] Days = [("fresh", 5), ("ok", 3), ("flat", 2), ("wrecked", 1)];

    /// <summary>Null when the reply is neither.</summary>
    public static CheckInAnswers? Read(Question? question, CoachTurn turn, CheckInAnswers known)
    {
        if (question != Question.Sleep && question != Question.Energy)
            return null;
        if (question == Question.Energy && Day(turn) is { } energy)
            return (known with { Energy = energy }).Skip(Question.Stress.Name);
        if (Pair(turn) is not var (first, second))
            return null;
        if (question == Question.Sleep)
            return first <= MostHours ? known with { SleepHours = first, SleepQuality = second } : null;
        return first is 1 or 2 or 3 or 4 or 5 ? known with { Energy = (int)first, Stress = second } : null;
    }

    private static int? Day(CoachTurn turn)
    {
        foreach (var (name, energy) in Days)
        {
            if (turn.Is($"words.day.{name}"))
                return energy;
        }

        return null;
    }

    private static (double First, int Second)? Pair(CoachTurn turn)
    {
        var match = TwoNumbers().Match(turn.Text);
        if (!match.Success || !(IsOf(match.Groups["unit"], "words.hours", turn) || IsOf(match.Groups["unit"], "words.and", turn)) || !IsOf(match.Groups["word"], "words.and", turn))
            return null;

        return (double.Parse(match.Groups["first"].Value.Replace(',', '.'), CultureInfo.InvariantCulture), match.Groups["second"].Value[0] - '0');
    }

    private static bool IsOf(Group word, string key, CoachTurn turn) =>
        word.Length == 0 || turn.Voice.Words(key).Contains(word.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>"7,5" is one number and "4/5" is one of a scale.</summary>
    [GeneratedRegex(@"^(?<first>\d{1,2}(?:[.,]\d{1,2})?)(?:\s*(?<unit>\p{L}+)\b\.?)?(?:\s*[,;]\s+|\s*;\s*|(?<=[a-z])\s*,\s*|\s+(?:(?<word>\p{L}+)\s+)?)(?<second>[1-5])$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TwoNumbers();
}
