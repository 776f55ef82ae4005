using System.Text.Json.Nodes;
using CoachBot.Coaching.Reminders;
using CoachBot.Scheduling;
using CoachBot.Scheduling.Sqlite;
using CoachBot.Tests.Scheduling;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Commands;

/// <summary><c>schedule status</c> and <c>schedule audit</c> as operators run them.</summary>
public sealed class ScheduleCommandTests : IDisposable
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private readonly string _folder = Directory.CreateTempSubdirectory("coachbot").FullName;
    private readonly ScheduleDatabase _database;
    private readonly SqliteCheckInStore _store;

    public ScheduleCommandTests()
    {
        _database = new ScheduleDatabase(Path.Combine(_folder, "coach.db"));
        _store = new SqliteCheckInStore(_database);
    }

    public void Dispose()
    {
        _database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Status_counts_what_became_of_the_check_ins()
    {
        var due = TimeProvider.System.GetUtcNow().AddHours(-1);
        string[] runners = ["ana", "ben", "cem", "dee", "eva"];
        foreach (var runner in runners)
            await DueAsync(runner, due);
        var records = await _store.ReadDueAsync(0, due, 4, null, Never);
        var made = await _store.ClaimAsync([.. records.Select(record => new Claim(record, LedgerEntry.Claim(record, due), record.Advance(CheckInClock.Default)))], Never);
        await _store.FinishAsync(made[0].Done(LedgerState.Sent, null, due), Never);
        await _store.FinishAsync(made[1].Done(LedgerState.Skipped, SkipReasons.Late, due), Never);
        await _store.FinishAsync(made[2].Done(LedgerState.Unknown, null, due), Never);

        var (exitCode, status) = await RunAsync("status");

        Assert.Equal(0, exitCode);
        Assert.InRange((double)status["oldestDueNotClaimedS"]!, 3600, 3900);
        status.Remove("oldestDueNotClaimedS");
        Assert.Equal("""{"runners":5,"claimedNotSent":1,"sent":1,"unknown":1,"skipped":1,"failed":0,"queue":0}""", status.ToJsonString());
    }

    [Fact]
    public async Task Audit_finds_a_damage_says_so_by_its_exit_code_and_repairs_it_when_asked()
    {
        foreach (var runner in new[] { "ana", "ben" })
            await _store.WriteAsync(Schedules.Record(runner, Schedules.Times(), TimeProvider.System.GetUtcNow()), Never);
        await _database.RunAsync(db => db.Execute("UPDATE check_ins SET due = NULL, due_on = NULL, due_kind = NULL WHERE key = $1", Schedules.KeyOf("ana")), Never);

        Assert.Equal((1, 1), Damage(await RunAsync("audit")));
        Assert.Equal((0, 1), Damage(await RunAsync("audit", "--repair")));
        Assert.Equal((0, 0), Damage(await RunAsync("audit")));
        Assert.NotNull((await _store.ReadAsync(Schedules.KeyOf("ana"), Never))!.Due);
    }

    private static (int ExitCode, int Damaged) Damage((int ExitCode, JsonObject Report) run) => (run.ExitCode, (int)run.Report["damaged"]!);

    private Task<CheckInRecord> DueAsync(string runner, DateTimeOffset at) => _store.WriteAsync(
        Schedules.Record(runner, Schedules.Times(), at) with { Due = new DueCheckIn(at, DateOnly.FromDateTime(at.UtcDateTime), DueCheckIn.Morning) }, Never);

    private async Task<(int ExitCode, JsonObject Output)> RunAsync(params string[] arguments)
    {
        var (exitCode, output, errors) = await HostProcess.RunAsync(["schedule", .. arguments, $"--Storage:Path={Path.Combine(_folder, "coach.db")}"]);
        Assert.True(exitCode < 2, errors);
        return (exitCode, JsonNode.Parse(output)!.AsObject());
    }
}
