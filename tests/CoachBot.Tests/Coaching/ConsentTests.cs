using System.Text;
using System.Text.Json.Nodes;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;
using CoachBot.Coaching;
using CoachBot.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Tests.Coaching;

/// <summary>What is stored before a runner agreed to it, in one process over the memory storage.</summary>
public sealed class ConsentTests : IAsyncDisposable
{
    private const string CheckIn = "12k easy in 65 min, effort 4, knee sore 2/10, slept 8 good, energy 4, stress 4, I take warfarin";

    private readonly MemoryStorage _storage = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 7, 0, 0, TimeSpan.Zero));
    private readonly FakeLoggedChannel _channel = new("webchat");
    private readonly TurnEngine _engine;
    private int _sent;

    public ConsentTests()
    {
        var bot = new CoachActivityHandler(CoachChat.Words, new CoachState(new ConversationState(_storage), new UserState(_storage)), _time);
        _engine = new TurnEngine(_storage, bot, new TurnOptions(), _time, NullLogger<TurnEngine>.Instance).AddChannel(_channel);
    }

    [Fact]
    public async Task Nothing_told_before_consent_reaches_the_storage()
    {
        await SayAsync(CheckIn);
        await SayAsync("my left knee is sore");
        await SayAsync("I weigh 71 kg");

        var stored = await StoredAsync();
        Assert.All(new[] { "12k", "65", "knee", "warfarin", "71" }, word => Assert.DoesNotContain(word, stored, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Clients_that_read_along_see_their_message_come_back_whole()
    {
        await SayAsync(CheckIn);

        Assert.Contains(_channel.Published, entry => entry.Activity.Text == CheckIn);
        var log = await _engine.ReadLogAsync("webchat", "c1");
        Assert.Contains(log!.Entries, entry => entry.Activity.Text == CheckIn);
    }

    [Fact]
    public async Task What_was_told_too_early_is_taken_up_after_a_yes()
    {
        await SayAsync(CheckIn);

        var reply = await SayAsync("yes");

        Assert.Contains("warfarin", reply, StringComparison.Ordinal);
        Assert.Contains("12 km", reply, StringComparison.Ordinal);
        Assert.Contains("train as planned", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_told_too_early_is_forgotten_after_ten_minutes()
    {
        await SayAsync(CheckIn);
        _time.Advance(TimeSpan.FromMinutes(11));

        Assert.DoesNotContain("12 km", await SayAsync("yes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_no_nothing_is_kept_and_questions_are_still_answered()
    {
        await SayAsync(CheckIn);
        await SayAsync("no");

        Assert.Contains("per kg", await SayAsync("how much protein?"), StringComparison.Ordinal);
        Assert.DoesNotContain("warfarin", await StoredAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_of_danger_is_remembered_without_consent_until_it_is_settled()
    {
        await SayAsync("I have chest pain and my left arm is numb");
        await SayAsync("yes");

        Assert.DoesNotContain("train as planned", await SayAsync(CheckIn), StringComparison.Ordinal);
        Assert.DoesNotContain("numb", await StoredAsync(withReplies: false), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private async Task<string> SayAsync(string text)
    {
        var outcome = await _engine.ProcessAsync(new Activity(ActivityTypes.Message)
        {
            Id = $"a{++_sent}",
            ChannelId = "webchat",
            Locale = "en-GB",
            Text = text,
            From = new ChannelAccount("runner", "Runner"),
            Recipient = new ChannelAccount("coach", "Coach"),
            Conversation = new ConversationAccount(id: "c1"),
        });
        return Assert.Single(outcome.Replies).Text;
    }

    private async Task<string> StoredAsync(bool withReplies = true)
    {
        var found = await _storage.ReadAsync(["turns/webchat/c1", "webchat/users/runner"], default);
        var items = found.Values.Cast<StoredItem>().Select(item => JsonNode.Parse(Encoding.UTF8.GetString(item.Utf8Json.Span))!.AsObject()).ToArray();
        if (!withReplies)
            Array.ForEach(items, item => item.Remove("log"));
        // Times and ids hold digits of their own.
        return string.Concat(items.SelectMany(Strings));
    }

    private static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonObject item => item.SelectMany(pair => Strings(pair.Value)),
        JsonArray list => list.SelectMany(Strings),
        JsonValue value when value.TryGetValue(out string? text) && !DateTimeOffset.TryParse(text, null, out _) => [text, "\n"],
        JsonValue value when value.TryGetValue(out double number) => [$"{number}", "\n"],
        _ => [],
    };
}
