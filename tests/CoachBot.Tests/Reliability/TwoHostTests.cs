using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;
using CoachBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace CoachBot.Tests.Reliability;

/// <summary>Two hosts over one Azurite, and clients that reach now the one, now the other.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class TwoHostTests(Azurite azurite, ITestOutputHelper output)
{
    /// <summary>Ten thousand in the full run.</summary>
    private static readonly int Messages = FullRun.Or(300, 10_000);

    [Fact]
    public async Task Each_message_counts_once_whichever_hosts_it_reaches_and_however_often()
    {
        await using var one = await StartAsync();
        await using var two = await StartAsync();
        TurnEngine[] engines = [one.Service<TurnEngine>(), two.Service<TurnEngine>()];
        var random = new Random(42);

        // Every message twice, half of them to the other host, in an order that is nobody's.
        var deliveries = Enumerable.Range(0, Messages).SelectMany(i => new[] { i, i }).Select(i => (Id: i, Engine: engines[random.Next(2)])).ToArray();
        random.Shuffle(deliveries);
        var (conflicts, duplicates) = (0, 0);
        await Parallel.ForEachAsync(deliveries, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (delivery, _) =>
        {
            TurnOutcome outcome = null;
            while (outcome is null)
            {
                try
                {
                    outcome = await delivery.Engine.ProcessAsync(Message("hammered", delivery.Id));
                }
                catch (StorageConflictException)
                {
                    // A channel is told to come back later, and does.
                    Interlocked.Increment(ref conflicts);
                }
            }

            if (outcome.Status == TurnStatus.Duplicate)
                Interlocked.Increment(ref duplicates);
        });

        output.WriteLine($"{Messages} messages, each twice over two hosts: {duplicates} known as repeated, {conflicts} asked to come back.");
        Assert.Equal(Messages, duplicates);
        foreach (var engine in engines)
        {
            var log = await engine.ReadLogAsync("directline", "hammered");
            Assert.Equal($"{Messages}", log.Entries[^1].Activity.Text);
            var answers = log.Entries.Select(entry => entry.Activity).Where(activity => activity.From.Id == "coach").Select(activity => int.Parse(activity.Text)).ToArray();
            Assert.Equal(Enumerable.Range(answers[0], answers.Length), answers);
        }
    }

    [Fact]
    public async Task A_socket_on_one_host_sees_what_the_other_writes()
    {
        await using var one = await StartAsync();
        await using var two = await StartAsync();
        var first = await DirectLineConversation.StartAsync(one);
        using var socket = await DirectLineConversation.OpenAsync(first.StreamUrl);
        await DirectLineConversation.ReceiveAsync(socket);

        await new DirectLineConversation(two, first.Id, first.Token, "").SayAsync("from the other side");

        var texts = new List<string>();
        while (!texts.Contains("1"))
            texts.AddRange((await DirectLineConversation.ReceiveAsync(socket))!["activities"]!.AsArray().Select(activity => (string)activity!["text"]!));
        Assert.Equal(["from the other side", "1"], texts);
    }

    /// <summary>A bot that counts the messages of its conversation.</summary>
    private static DelegateBot Counter(IStorage storage)
    {
        var state = new ConversationState(storage);
        var count = state.CreateProperty<int>("count");
        return new DelegateBot(async turn =>
        {
            if (turn.Activity.Type == ActivityTypes.ConversationUpdate)
                await turn.SendActivityAsync("Hello.");
            if (turn.Activity.Type != ActivityTypes.Message)
                return;
            await count.SetAsync(turn, await count.GetAsync(turn, () => 0) + 1);
            await state.SaveChangesAsync(turn);
            await turn.SendActivityAsync($"{await count.GetAsync(turn)}");
        });
    }

    private Task<TestHost> StartAsync() => TestHost.StartAsync(
        services => services.AddSingleton<IBot>(provider => Counter(provider.GetRequiredService<IStorage>()))
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new TurnOptions { SharesStorage = true, MaxHandled = 2 * Messages }),
        "--Storage:Provider=AzureBlobs", $"--Storage:ConnectionString={azurite.ConnectionString}");

    private static Activity Message(string conversation, int i) => new(ActivityTypes.Message)
    {
        Id = $"m{i}",
        Text = $"m{i}",
        ChannelId = "directline",
        From = new ChannelAccount("dl_ana"),
        Recipient = new ChannelAccount("coach"),
        Conversation = new ConversationAccount { Id = conversation },
    };
}
