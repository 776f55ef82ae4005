using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Turns;

namespace CoachBot.Commands;

/// <summary><c>outbox</c>: the messages that no channel took, without what they say.</summary>
internal static class OutboxCommand
{
    public static Command Create()
    {
        var resend = new Option<string?>("--resend") { Description = "Have the message of this KEY sent once more by the running host; if its status is unknown it may arrive twice.", HelpName = "KEY" };
        var drop = new Option<string?>("--drop") { Description = "Give up the message of this KEY.", HelpName = "KEY" };
        return OperatorCommand.With(
            new Command("outbox", "List the messages that were refused or whose fate is unknown, as JSON Lines.") { resend, drop },
            (parsed, services, cancellationToken) =>
            {
                var parked = new ParkedReplies(services.GetRequiredService<IStorage>());
                return (parsed.GetValue(resend), parsed.GetValue(drop)) switch
                {
                    (null, null) => ListAsync(parked, cancellationToken),
                    ({ } key, null) => SayAsync(parked.ResendAsync(key, cancellationToken), key, "It will be sent within a minute by the host that runs."),
                    (null, { } key) => SayAsync(parked.DropAsync(key, cancellationToken), key, "It is given up."),
                    _ => Settings.FailAsync("--resend and --drop exclude each other.", exitCode: 2),
                };
            });
    }

    private static async Task<int> ListAsync(ParkedReplies parked, CancellationToken cancellationToken)
    {
        await foreach (var reply in parked.ListAsync(cancellationToken))
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(reply, OutboxCommandJson.Default.ParkedReply));
        return 0;
    }

    private static async Task<int> SayAsync(Task<bool> change, string key, string done)
    {
        if (!await change)
            return await Settings.FailAsync($"No refused or unknown message has the key '{key}'; 'outbox' lists them.");
        await Console.Out.WriteLineAsync(done);
        return 0;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ParkedReply))]
internal sealed partial class OutboxCommandJson : JsonSerializerContext;
