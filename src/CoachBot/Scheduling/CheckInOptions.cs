using System.Globalization;

namespace CoachBot.Scheduling;

/// <summary>The settings below <c>CheckIns</c>: how the morning check-ins are sent.</summary>
internal sealed record CheckInOptions
{
    private const string Section = "CheckIns";

    public bool Enabled { get; init; } = true;

    /// <summary>How often what is due is looked for.</summary>
    public TimeSpan SweepEvery { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Later than this a check-in is left out, with the reason in the ledger: nobody wants a good morning in the afternoon.</summary>
    public TimeSpan MaxLateness { get; init; } = TimeSpan.FromHours(3);

    /// <summary>A runner in the middle of something is left alone for so long.</summary>
    public TimeSpan BusyFor { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// A process that took something and said nothing for so long is taken for dead, and another goes on: more than the longest turn.
    /// </summary>
    public TimeSpan TakeOverAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Messages per second into one tenant; Teams admits 50 per app and tenant.</summary>
    public double TenantRate { get; init; } = 40;

    /// <summary>Messages per second into one Slack workspace.</summary>
    public double WorkspaceRate { get; init; } = 1;

    /// <summary>Turns at the same time in one process.</summary>
    public int Workers { get; init; } = 8;

    /// <summary>The health check warns when something has been due for so long and nobody took it.</summary>
    public TimeSpan AlertAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Leases on shards, which Azure allows from 15 to 60 s.</summary>
    public TimeSpan LeaseLength => TimeSpan.FromSeconds(Math.Clamp(TakeOverAfter.TotalSeconds / 2, 15, 60));

    /// <summary>Days that the ledger is kept.</summary>
    public int LedgerDays { get; init; } = 60;

    /// <exception cref="SettingsException">A setting is out of its range.</exception>
    public static CheckInOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var usual = new CheckInOptions();
        return new CheckInOptions
        {
            Enabled = Value(section, "Enabled", usual.Enabled, bool.Parse, _ => true, "true or false"),
            SweepEvery = Time(section, "SweepEvery", usual.SweepEvery, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(10)),
            MaxLateness = Time(section, "MaxLateness", usual.MaxLateness, TimeSpan.FromMinutes(1), TimeSpan.FromHours(12)),
            BusyFor = Time(section, "BusyFor", usual.BusyFor, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)),
            TakeOverAfter = Time(section, "TakeOverAfter", usual.TakeOverAfter, TimeSpan.FromSeconds(15), TimeSpan.FromHours(1)),
            AlertAfter = Time(section, "AlertAfter", usual.AlertAfter, TimeSpan.FromSeconds(1), TimeSpan.FromHours(12)),
            TenantRate = Number(section, "TenantRate", usual.TenantRate),
            WorkspaceRate = Number(section, "WorkspaceRate", usual.WorkspaceRate),
            Workers = Whole(section, "Workers", usual.Workers, 1, 256),
            LedgerDays = Whole(section, "LedgerDays", usual.LedgerDays, 7, 3650),
        };
    }

    private static TimeSpan Time(IConfigurationSection section, string name, TimeSpan usual, TimeSpan least, TimeSpan most) =>
        Value(section, name, usual, text => TimeSpan.Parse(text, CultureInfo.InvariantCulture), time => time >= least && time <= most, $"a time from {least} to {most}");

    private static double Number(IConfigurationSection section, string name, double usual) =>
        Value(section, name, usual, text => double.Parse(text, CultureInfo.InvariantCulture), rate => rate is > 0 and <= 10000, "a number above 0, up to 10000");

    private static int Whole(IConfigurationSection section, string name, int usual, int least, int most) =>
        Value(section, name, usual, text => int.Parse(text, CultureInfo.InvariantCulture), number => number >= least && number <= most, $"a whole number from {least} to {most}");

    private static T Value<T>(IConfigurationSection section, string name, T usual, Func<string, T> parse, Func<T, bool> isFine, string expected)
    {
        if (section[name] is not { Length: > 0 } written)
            return usual;

        try
        {
            if (parse(written) is { } value && isFine(value))
                return value;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            // Said below, with what is expected.
        }

        throw new SettingsException($"{Section}:{name} is '{written}'; it must be {expected}.");
    }
}
