using System.Globalization;

namespace CoachBot.Recovery;

/// <summary>What single fields cannot show: times and masses that contradict each other.</summary>
internal static class CheckInTimes
{
    /// <summary>Clocks of phones and servers differ a little.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(10);

    public static void Check(CheckIn checkIn, DocumentReader.FirstFault fault)
    {
        var (now, session, training) = (checkIn.Now, checkIn.Session, checkIn.Training);
        NotAfter("session.startedAt", session?.StartedAt, "now", now + ClockSkew, fault);
        NotAfter("session.endedAt", session?.EndedAt, "now", now + ClockSkew, fault);
        NotAfter("training.lastHardEndedAt", training.LastHardEndedAt, "now", now + ClockSkew, fault);
        NotAfter("training.lastStrengthEndedAt", training.LastStrengthEndedAt, "now", now + ClockSkew, fault);
        if (session is { StartedAt: { } started, EndedAt: { } ended } && ended < started)
            fault.Say($"session.endedAt is {CheckInJson.Show(ended)}; it must be at or after session.startedAt, {CheckInJson.Show(started)}.");
        if (training.Next is { } next && next.At < now - ClockSkew)
            fault.Say($"training.next.at is {CheckInJson.Show(next.At)}; it must be at or after now, {CheckInJson.Show(now)}.");
        foreach (var past in checkIn.History)
            NotAfter("history.at", past.At, "now", now + ClockSkew, fault);

        CheckMasses(checkIn, fault);
    }

    /// <summary>No run takes or gives a seventh of a body: such a pair is pounds beside kilograms.</summary>
    private static void CheckMasses(CheckIn checkIn, DocumentReader.FirstFault fault)
    {
        if (checkIn.Session is not { MassBeforeKg: { } before, MassAfterKg: { } after })
            return;

        if (after < before * 0.85 || after > before * 1.10)
        {
            fault.Say(string.Create(CultureInfo.InvariantCulture,
                $"session.massAfterKg is {after}; with session.massBeforeKg {before} it must be from {before * 0.85:0.0} to {before * 1.10:0.0}."));
        }
    }

    private static void NotAfter(string field, DateTimeOffset? time, string other, DateTimeOffset limit, DocumentReader.FirstFault fault)
    {
        if (time > limit)
            fault.Say($"{field} is {CheckInJson.Show(time.Value)}; it must not be after {other}, {CheckInJson.Show(limit - ClockSkew)}.");
    }
}
