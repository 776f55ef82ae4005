using NodaTime;

namespace CoachBot.Tests.Scheduling;

/// <summary>Time zone data of another version, in which every zone has the same offset all year.</summary>
internal sealed class OneRule(string version, Offset offset) : IDateTimeZoneProvider
{
    public string VersionId => version;

    public System.Collections.ObjectModel.ReadOnlyCollection<string> Ids => DateTimeZoneProviders.Tzdb.Ids;

    public DateTimeZone this[string id] => DateTimeZone.ForOffset(offset);

    public DateTimeZone GetZoneOrNull(string id) => DateTimeZone.ForOffset(offset);

    public DateTimeZone GetSystemDefault() => DateTimeZone.Utc;
}
