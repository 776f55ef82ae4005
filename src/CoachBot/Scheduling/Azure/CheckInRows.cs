using System.Globalization;
using Azure.Data.Tables;
using CoachBot.Coaching.Reminders;

namespace CoachBot.Scheduling.Azure;

/// <summary>
/// The rows of the table: <c>r|</c> a record, <c>d|</c> its place among the due minutes, <c>l|</c> the ledger, <c>o|</c> what is
/// claimed and not queued yet, <c>m|</c> a mark.
/// </summary>
internal static class CheckInRows
{
    public const string RecordPrefix = "r|";
    public const string DuePrefix = "d|";
    public const string AllLedger = "l|";
    public const string UnqueuedPrefix = "o|";
    public const string Mark = "m|audit";

    public static string Partition(int shard) => string.Create(CultureInfo.InvariantCulture, $"s{shard:D3}");

    public static string RecordKey(string key) => RecordPrefix + Escape(key);

    public static string DueKey(CheckInRecord record) => $"{DuePrefix}{Minute(record.Due!.At)}|{Escape(record.Key)}";

    /// <summary>Behind every row of that minute.</summary>
    public static string DueUpTo(DateTimeOffset time) => $"{DuePrefix}{Minute(time)}}}";

    public static string LedgerPrefix(string key) => $"{AllLedger}{Escape(key)}|";

    public static string LedgerKey(LedgerKey id) => string.Create(CultureInfo.InvariantCulture, $"{LedgerPrefix(id.Key)}{id.On:yyyyMMdd}|{id.Kind}");

    public static string UnqueuedKey(LedgerEntry entry) =>
        string.Create(CultureInfo.InvariantCulture, $"{UnqueuedPrefix}{Second(entry.ClaimedAt)}|{Escape(entry.Id.Key)}|{entry.Id.On:yyyyMMdd}|{entry.Id.Kind}");

    public static string UnqueuedUpTo(DateTimeOffset time) => $"{UnqueuedPrefix}{Second(time)}";

    /// <summary>The end of a range of everything that begins with this.</summary>
    public static string After(string prefix) => $"{prefix[..^1]}{(char)(prefix[^1] + 1)}";

    public static TableEntity WriteRecord(int shard, CheckInRecord record) => Write(shard, RecordKey(record.Key), record);

    public static TableEntity WriteDue(int shard, CheckInRecord record) => Write(shard, DueKey(record), record);

    public static CheckInRecord ReadRecord(TableEntity row) => new(row.GetString("Key"), row.GetBinary("Json"), row.ETag.ToString())
    {
        Due = row.GetDateTimeOffset("Due") is { } at ? new DueCheckIn(at, DateOnly.FromDayNumber(row.GetInt32("DueOn")!.Value), row.GetString("DueKind")) : null,
        LastOn = row.GetInt32("LastOn") is { } day ? DateOnly.FromDayNumber(day) : null,
        LastAgain = row.GetDateTimeOffset("LastAgain"),
        ZoneData = row.GetString("ZoneData"),
    };

    public static TableEntity WriteEntry(int shard, string rowKey, LedgerEntry entry) => new(Partition(shard), rowKey)
    {
        ["Key"] = entry.Id.Key,
        ["Day"] = entry.Id.On.DayNumber,
        ["Kind"] = entry.Id.Kind,
        ["Due"] = entry.Due,
        ["ClaimedAt"] = entry.ClaimedAt,
        ["State"] = (int)entry.State,
        ["Reason"] = entry.Reason,
        ["DoneAt"] = entry.DoneAt,
        ["Json"] = entry.Schedule.IsEmpty ? null : entry.Schedule.ToArray(),
    };

    public static LedgerEntry ReadEntry(TableEntity row) => new(
        new LedgerKey(row.GetString("Key"), DateOnly.FromDayNumber(row.GetInt32("Day")!.Value), row.GetString("Kind")),
        row.GetDateTimeOffset("Due")!.Value,
        row.GetDateTimeOffset("ClaimedAt")!.Value)
    {
        State = (LedgerState)row.GetInt32("State")!.Value,
        Reason = row.GetString("Reason"),
        DoneAt = row.GetDateTimeOffset("DoneAt"),
        Schedule = row.GetBinary("Json"),
    };

    private static TableEntity Write(int shard, string rowKey, CheckInRecord record) => new(Partition(shard), rowKey)
    {
        ["Key"] = record.Key,
        ["Json"] = record.Utf8Json.ToArray(),
        ["Due"] = record.Due?.At,
        ["DueOn"] = record.Due?.On.DayNumber,
        ["DueKind"] = record.Due?.Kind,
        ["LastOn"] = record.LastOn?.DayNumber,
        ["LastAgain"] = record.LastAgain,
        ["ZoneData"] = record.ZoneData,
    };

    private static string Minute(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);

    private static string Second(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    /// <summary>Keys of a table may hold neither slashes nor percent signs in every place they pass through.</summary>
    private static string Escape(string key) => Uri.EscapeDataString(key).Replace('%', '=');
}
