namespace CoachBot.Recovery;

/// <summary>Amounts for one runner: linear in body mass, or in what was lost; a range; rounded for a kitchen.</summary>
internal static class Amounts
{
    public static DoseRange For(Amount amount, double massKg, double lostKg)
    {
        var factor = amount.Per switch
        {
            AmountPer.Kg => massKg,
            AmountPer.KgLost => lostKg,
            _ => 1,
        };
        return new DoseRange(Round(amount.Key, amount.Min * factor, amount.Cap), Round(amount.Key, amount.Max * factor, amount.Cap));
    }

    /// <summary>5 g, 0.1 L, 1 km; other amounts stay as they are in the knowledge.</summary>
    private static double? Round(DoseKey key, double? value, double? cap)
    {
        if (value is not { } amount)
            return null;

        amount = Math.Min(amount, cap ?? double.MaxValue);
        return key switch
        {
            DoseKey.CarbohydrateG or DoseKey.CarbohydrateGPerHour or DoseKey.CarbohydrateGPerDay
                or DoseKey.ProteinG or DoseKey.ProteinGPerDay => Math.Round(amount / 5, MidpointRounding.AwayFromZero) * 5,
            DoseKey.FluidL or DoseKey.FluidLPerHour => Math.Round(Math.Round(amount, 6) * 10, MidpointRounding.AwayFromZero) / 10,
            DoseKey.KmPerWeek or DoseKey.Km => Math.Round(amount),
            _ => amount,
        };
    }
}
