using System.Globalization;
using CoachBot.Coaching.Language.Grammar;
using CoachBot.Coaching.Language.Reading;

namespace CoachBot.Coaching.Language.Quantities;

/// <summary>A time of day. <see cref="Explicit"/>: it can be nothing else ("6:30", "11pm", "midnight").</summary>
internal readonly record struct TimePoint(int Minutes, int First, int End, bool Explicit, string? DayPart);

/// <summary>Reads "half 7", "6.15", "0630", "halb sieben", "7h moins le quart", "ten to six", "8 in the evening".</summary>
internal static class TimePointReader
{
    private const int Noon = 12 * 60;

    /// <param name="u">The message.</param>
    /// <param name="i">Where the time begins.</param>
    /// <param name="joined">Minutes may follow a joiner; in "between six and eight" they do not.</param>
    public static TimePoint? Read(Utterance u, int i, bool joined = true)
    {
        if (Plain(u, i, joined) is not { } time)
            return null;

        var end = NumberReader.Skip(u, NumberReader.Skip(u, time.End, WordClass.OClock), WordClass.Approx);
        var clear = time.Explicit || end > time.End;
        if (end < u.Items.Count && u.Items[end].Get(WordClass.DayPart) is { } part)
            return new TimePoint(Shift(time.Minutes, part.Value), i, end + 1, true, part.Value);

        return new TimePoint(time.Minutes, i, end, clear, null);
    }

    /// <summary>Twelve hours on for an evening, twelve is midnight at night and noon otherwise.</summary>
    public static int Shift(int minutes, string dayPart) => dayPart switch
    {
        "pm" or "evening" or "noon" => minutes < Noon ? minutes + Noon : minutes,
        "night" => minutes is >= 5 * 60 and < Noon ? minutes + Noon : minutes >= Noon && minutes < Noon + 60 ? minutes - Noon : minutes,
        _ => minutes >= Noon && minutes < Noon + 60 ? minutes - Noon : minutes,
    };

    private static (int Minutes, int End, bool Explicit)? Plain(Utterance u, int i, bool joined)
    {
        if (i >= u.Items.Count)
            return null;

        var item = u.Items[i];
        if (item.Number(WordClass.NamedTime) is { } named)
            return ((int)named, i + 1, true);

        if (item.Number(WordClass.ClockBefore) is { } before && Hour(u, i + 1) is { } hour)
            return (((int)before + hour.Hour * 60 + 1440) % 1440, hour.End, true);

        if (item.IsNumeric && item.First is { Kind: TokenKind.Clock, Parts: [< 24, < 60, ..] parts })
            return (parts[0] * 60 + parts[1], i + 1, true);

        return Signed(u, i) ?? Written(u, i) ?? Spoken(u, i, joined);
    }

    /// <summary>"ten to seven", "20 past 6".</summary>
    private static (int Minutes, int End, bool Explicit)? Signed(Utterance u, int i)
    {
        if (NumberReader.Read(u, i) is not { Value: > 0 and < 30 } n)
            return null;

        var j = DurationReader.UnitAt(u, n.End) == "min" ? n.End + 1 : n.End;
        if (j >= u.Items.Count || u.Items[j].Number(WordClass.ClockSign) is not { } sign || Hour(u, j + 1) is not { } hour)
            return null;

        // "10 to 6" and "eleven to seven" are nights, "ten to six" a time; "vor" and "past" are times in any case.
        var range = u.Items[j].Is(WordClass.To) && (n.Digits is not null || n.Value % 5 != 0);
        return range ? null : ((hour.Hour * 60 + (int)(sign * n.Value) + 1440) % 1440, hour.End, true);
    }

    /// <summary>"6.15", "0630", "645".</summary>
    private static (int Minutes, int End, bool Explicit)? Written(Utterance u, int i)
    {
        if (!u.Items[i].IsNumeric || u.Items[i].First is not { Kind: TokenKind.Number } token)
            return null;

        if (token.Decimals.Length == 2 && token.Text.Contains('.', StringComparison.Ordinal))
            return Valid((int)token.Value, int.Parse(token.Decimals, CultureInfo.InvariantCulture), i + 1);

        var bare = token.Decimals == "" && token.Text.Length is 3 or 4 && token.Value is >= 100 and < 2400;
        return bare ? Valid((int)token.Value / 100, (int)token.Value % 100, i + 1) : null;
    }

    private static (int Minutes, int End, bool Explicit)? Valid(int hour, int minute, int end) =>
        hour < 24 && minute < 60 ? (hour * 60 + minute, end, true) : null;

    /// <summary>"7", "7h30", "7 Uhr 30", "siete menos cuarto", "six heures et demie".</summary>
    private static (int Minutes, int End, bool Explicit)? Spoken(Utterance u, int i, bool joined)
    {
        if (Hour(u, i) is not { } hour)
            return null;

        var j = hour.End;
        var unit = DurationReader.UnitAt(u, j) == "h" || j < u.Items.Count && u.Items[j].Is(WordClass.OClock);
        if (unit)
            j++;

        if (j < u.Items.Count && u.Items[j].Number(WordClass.ClockAfter) is { } after)
            return ((hour.Hour * 60 + (int)after + 1440) % 1440, j + 1, true);

        // "siete menos diez"
        if (j < u.Items.Count && u.Items[j].Is(WordClass.ClockLess) && NumberReader.Read(u, j + 1) is { Value: < 30 } less)
            return ((hour.Hour * 60 - (int)less.Value + 1440) % 1440, less.End, true);

        var k = joined && j < u.Items.Count && u.Items[j].Is(WordClass.Joiner) ? j + 1 : j;
        if (NumberReader.Read(u, k) is { Value: >= 5 and < 60 } minutes && minutes.Value % 1 == 0 && (unit || u.Items[i].Is(WordClass.Number) || k > j && minutes.Digits is null))
        {
            var end = DurationReader.UnitAt(u, minutes.End) == "min" ? minutes.End + 1 : minutes.End;
            return (hour.Hour * 60 + (int)minutes.Value, end, true);
        }

        return (hour.Hour * 60, j, unit);
    }

    private static (int Hour, int End)? Hour(Utterance u, int i)
    {
        if (i >= u.Items.Count)
            return null;

        var value = u.Items[i].Number(WordClass.Number)
            ?? (u.Items[i].IsNumeric && u.Items[i].First is { Kind: TokenKind.Number, Decimals: "" } token ? token.Value : -1);
        var end = i + 1;

        // "veinte y dos" is not said; "vingt-deux" is.
        if (value == 20 && u.Items[i].Is(WordClass.Number) && end + 1 < u.Items.Count && u.Items[end].First.Text == "-" && u.Items[end + 1].Number(WordClass.Number) is { } ones && ones < 4)
            return (20 + (int)ones, end + 2);

        return value is >= 0 and <= 24 && value % 1 == 0 ? ((int)value % 24, end) : null;
    }
}
