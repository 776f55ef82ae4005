using System.Globalization;
using System.Text.Json.Nodes;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;

namespace CoachBot.Channels.Terminal;

/// <summary>One person at one terminal, line by line. The conversation is the same again the next time.</summary>
/// <param name="userName">Whose conversation it is.</param>
/// <param name="locale">The language that the person asked for, such as "de-DE"; null for none in particular.</param>
/// <param name="echoInput">Write the lines that were read too: input that comes from a file is not on the screen.</param>
internal sealed class TerminalChat(
    TurnEngine engine, TerminalChannel channel, IStorage storage, TimeProvider time, TextReader input, TextWriter output,
    string userName, string? locale, bool echoInput)
{
    private static readonly ChannelAccount Coach = new(id: "coach", name: "CoachBot", role: RoleTypes.Bot);
    private readonly string _storageKey = $"terminal/{userName}";
    private string _conversationId = "";

    /// <summary>Until the input ends or <paramref name="stop"/> says so.</summary>
    public async Task RunAsync(bool startNew, CancellationToken stop)
    {
        _conversationId = await ConversationIdAsync(startNew, stop);
        await OpenAsync(stop);
        try
        {
            while (await ReadLineAsync(stop) is { } line)
            {
                if (echoInput)
                    await output.WriteLineAsync($"> {line}");
                if (!string.IsNullOrWhiteSpace(line))
                    await SayAsync(line, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Ctrl+C: everything that was said is stored already.
            await output.WriteLineAsync();
        }
    }

    private async Task<string?> ReadLineAsync(CancellationToken stop)
    {
        if (!echoInput)
            await output.WriteAsync("> ");

        // A console read cannot be cancelled; it is left behind.
        return await Task.Run(input.ReadLine, stop).WaitAsync(stop);
    }

    private async Task OpenAsync(CancellationToken stop)
    {
        if (await engine.ReadLogAsync(TerminalChannel.Id, _conversationId, stop) is { } log)
        {
            ShowWhereWeAre(log);
            return;
        }

        var joined = Prepare(new Activity(type: ActivityTypes.ConversationUpdate));
        joined.MembersAdded = [Coach, joined.From!];
        await engine.ProcessAsync(joined, "start", stop);
    }

    /// <summary>What the coach said last, so that one knows what to answer.</summary>
    private void ShowWhereWeAre(ConversationLog log)
    {
        var last = log.Entries.Select(entry => entry.Activity).Reverse().TakeWhile(activity => activity.From?.Role != RoleTypes.User).Reverse();
        foreach (var activity in last)
            channel.Show(activity);
    }

    private async Task SayAsync(string line, CancellationToken stop)
    {
        var activity = Prepare(new Activity(type: ActivityTypes.Message, text: line, textFormat: TextFormatTypes.Plain));
        await engine.ProcessAsync(activity, $"line:{time.GetUtcNow().Ticks}", stop);
    }

    private Activity Prepare(Activity activity)
    {
        activity.ChannelId = TerminalChannel.Id;
        activity.Conversation = new ConversationAccount(id: _conversationId);
        activity.From = new ChannelAccount(id: userName, name: userName, role: RoleTypes.User);
        activity.Recipient = Coach;
        activity.Locale = locale;
        activity.Timestamp = time.GetUtcNow();
        activity.LocalTimestamp = time.GetLocalNow();
        activity.LocalTimezone = LocalTimeZone();
        return activity;
    }

    private string? LocalTimeZone() => time.LocalTimeZone.HasIanaId ? time.LocalTimeZone.Id
        : TimeZoneInfo.TryConvertWindowsIdToIanaId(time.LocalTimeZone.Id, out var iana) ? iana
        : null;

    /// <summary>A person's conversations are numbered; the number of the present one is stored.</summary>
    private async Task<string> ConversationIdAsync(bool startNew, CancellationToken stop)
    {
        var found = await storage.ReadAsync([_storageKey], stop);
        var number = found.TryGetValue(_storageKey, out var item) ? ((StoredItem)item).Value["conversation"]?.GetValue<int>() ?? 1 : 1;
        if (startNew)
        {
            number++;
            var kept = new StoredItem(new JsonObject { ["conversation"] = number }, "*");
            await storage.WriteAsync(new Dictionary<string, object> { [_storageKey] = kept }, stop);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{userName}-{number}");
    }
}
