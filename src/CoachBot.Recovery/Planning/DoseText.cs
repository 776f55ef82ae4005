using System.Globalization;

namespace CoachBot.Recovery;

/// <summary>The numbers of a dose as words: the only way a number gets into an action's sentence, so that both always agree.</summary>
internal sealed class DoseText(PlanWords words, Language language, Units units)
{
    public void AddTo(List<KeyValuePair<string, string>> values, Dose dose)
    {
        foreach (var (key, range) in dose.Amounts)
            values.Add(new(JsonNames.Of(key), Show(key, range)));
        if (dose.By is { } by)
            values.Add(new("by", PlanWords.Clock(by)));
        if (dose.Between is { } between)
        {
            values.Add(new("from", PlanWords.Clock(between.From)));
            values.Add(new("to", PlanWords.Clock(between.To)));
        }
    }

    private string Show(DoseKey key, DoseRange range)
    {
        var text = WithUnit(key, Span(range.Min, range.Max));
        return units == Units.Imperial && Imperial(key, range) is { } other ? $"{text} ({other})" : text;
    }

    /// <summary>"70–85", or one number where the ends meet or one is open.</summary>
    private string Span(double? min, double? max) => (min, max) switch
    {
        ({ } from, { } to) when from != to => $"{PlanWords.Number(from, language)}–{PlanWords.Number(to, language)}",
        _ => PlanWords.Number(min ?? max ?? 0, language),
    };

    private string WithUnit(DoseKey key, string number) => key switch
    {
        DoseKey.CarbohydrateG or DoseKey.CarbohydrateGPerHour or DoseKey.CarbohydrateGPerDay or DoseKey.ProteinG or DoseKey.ProteinGPerDay => $"{number} g",
        DoseKey.FluidL or DoseKey.FluidLPerHour => $"{number} L",
        DoseKey.WaterC => $"{number} °C",
        DoseKey.Minutes => $"{number} {words["unit.minutes", language]}",
        DoseKey.Hours => $"{number} {words["unit.hours", language]}",
        DoseKey.PressureMmHg => $"{number} mmHg",
        DoseKey.Km or DoseKey.KmPerWeek => $"{number} km",
        DoseKey.Percent => $"{number} %",
        _ => number,
    };

    private static string? Imperial(DoseKey key, DoseRange range) => key switch
    {
        DoseKey.FluidL or DoseKey.FluidLPerHour => $"{Other(range, litres => litres * 33.814)} fl oz",
        DoseKey.WaterC => $"{Other(range, celsius => (celsius * 9 / 5) + 32)} °F",
        DoseKey.Km or DoseKey.KmPerWeek => $"{Other(range, km => km / 1.609344)} mi",
        _ => null,
    };

    private static string Other(DoseRange range, Func<double, double> convert)
    {
        var (min, max) = (Whole(range.Min), Whole(range.Max));
        return min is null || max is null || min == max ? (min ?? max)! : $"{min}–{max}";

        string? Whole(double? value) => value is { } known ? Math.Round(convert(known)).ToString(CultureInfo.InvariantCulture) : null;
    }
}
