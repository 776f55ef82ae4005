using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoachBot.Scheduling;

namespace CoachBot.Commands;

/// <summary><c>schedule</c>: for operators, over the storage that the settings name.</summary>
internal static class ScheduleCommand
{
    public static Command Create()
    {
        var command = new Command("schedule", "Look after the morning check-ins.");
        command.Subcommands.Add(CreateStatus());
        command.Subcommands.Add(CreateAudit());
        return command;
    }

    private static Command CreateStatus()
    {
        var command = new Command("status", "Write what is registered, what became of the check-ins, and what waits, as JSON. It reads the whole ledger.");
        return OperatorCommand.With(command, async (_, services, cancellationToken) =>
        {
            var store = services.GetRequiredService<ICheckInStore>();
            var counts = await store.CountAsync(cancellationToken);
            var oldest = await store.OldestDueAsync(cancellationToken) is { } due ? (services.GetRequiredService<TimeProvider>().GetUtcNow() - due).TotalSeconds : 0;
            var status = new Status(
                counts.Records, counts.Claimed, counts.Sent, counts.Unknown, counts.Skipped, counts.Failed,
                await services.GetRequiredService<IDispatchQueue>().CountAsync(cancellationToken), Math.Round(Math.Max(0, oldest)));
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(status, ScheduleCommandJson.Default.Status));
            return 0;
        });
    }

    private static Command CreateAudit()
    {
        var repair = new Option<bool>("--repair") { Description = "Put right what is found." };
        var command = new Command("audit", "Compare the index of what is due with the records; exit code 1 when something is wrong and was not repaired.") { repair };
        return OperatorCommand.With(command, async (parsed, services, cancellationToken) =>
        {
            var report = new AuditReport(0, 0, 0, 0);
            var audit = services.GetRequiredService<CheckInAudit>();
            for (var shard = 0; shard < services.GetRequiredService<ICheckInStore>().Shards; shard++)
                report += await audit.RunAsync(shard, parsed.GetValue(repair), cancellationToken);
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(report, ScheduleCommandJson.Default.AuditReport));
            return report.Damaged + report.Stray > 0 && !parsed.GetValue(repair) ? 1 : 0;
        });
    }

    internal sealed record Status(long Runners, long ClaimedNotSent, long Sent, long Unknown, long Skipped, long Failed, long Queue, double OldestDueNotClaimedS);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ScheduleCommand.Status))]
[JsonSerializable(typeof(AuditReport))]
internal sealed partial class ScheduleCommandJson : JsonSerializerContext;
