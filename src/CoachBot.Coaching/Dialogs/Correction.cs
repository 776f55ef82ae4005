using System.Globalization;
using System.Text.RegularExpressions;

namespace CoachBot.Coaching.Dialogs;

/// <summary>"No, 12 not 10" after the next question was asked: the number that is known says which answer is meant.</summary>
internal static partial class Correction
{
    /// <summary>The answers with the one value changed; null when the numbers do not tell which.</summary>
    public static CheckInAnswers? Of(CheckInAnswers known, string text)
    {
        var numbers = Number().Matches(text).Select(match => double.Parse(match.Value.Replace(',', '.'), CultureInfo.InvariantCulture)).ToArray();
        if (numbers.Length != 2)
            return null;

        return Replace(known, numbers[0], numbers[1]) ?? Replace(known, numbers[1], numbers[0]);
    }

    /// <summary>Later answers come first: a slip is usually noticed at once.</summary>
    private static CheckInAnswers? Replace(CheckInAnswers known, double wrong, double right)
    {
        if (known.Energy == wrong && right is >= 1 and <= 5)
            return known with { Energy = (int)right };
        if (known.SleepQuality == wrong && right is >= 1 and <= 5)
            return known with { SleepQuality = (int)right };
        if (known.SleepHours == wrong && right is >= 0 and <= 20)
            return known with { SleepHours = right };
        if (known.Soreness == wrong && right is >= 0 and <= 10)
            return known with { Soreness = right };
        if (known.Rpe == wrong && right is >= 0 and <= 10)
            return known with { Rpe = right };
        if (known.DurationMin == wrong && right > 0)
            return known with { DurationMin = right };
        return known.DistanceKm == wrong && right > 0 ? known with { DistanceKm = right } : null;
    }

    [GeneratedRegex(@"\d{1,4}(?:[.,]\d{1,2})?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
