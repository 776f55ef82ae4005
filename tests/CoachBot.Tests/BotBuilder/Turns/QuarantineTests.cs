using System.Text;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Turns;
using CoachBot.Storage;

namespace CoachBot.Tests.BotBuilder.Turns;

public sealed class QuarantineTests : IDisposable
{
    private static readonly byte[] Damaged = Encoding.UTF8.GetBytes("{\"format\":1,\"lastSeq");
    private readonly string _folder = Directory.CreateTempSubdirectory("coachbot").FullName;
    private readonly SqliteStorage _storage;

    public QuarantineTests() => _storage = new SqliteStorage(Path.Combine(_folder, "coach.db"));

    public void Dispose()
    {
        _storage.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_conversation_that_cannot_be_read_is_put_aside_whole_the_runner_is_told_and_goes_on()
    {
        await StoreAsync("turns/push/c1", Damaged);
        var coach = Coach();

        await coach.SayAsync("hello");
        await coach.SayAsync("again");

        Assert.Equal(["sorry, new: True", "1: again"], coach.Push.Delivered);
        Assert.Equal(Damaged, await KeptAsync("turns/push/c1"));
    }

    [Fact]
    public async Task A_runner_who_cannot_be_read_is_put_aside_and_known_anew()
    {
        await StoreAsync("push/users/ana", Damaged);
        var coach = Coach();

        await coach.SayAsync("user one");
        await coach.SayAsync("who am I");

        Assert.Equal("all 1", coach.Push.Delivered[^1]);
        Assert.Equal(Damaged, await KeptAsync("push/users/ana"));
    }

    [Fact]
    public async Task What_a_newer_program_wrote_is_refused_and_left_as_it_is()
    {
        var newer = Encoding.UTF8.GetBytes("{\"format\":99}");
        await StoreAsync("turns/push/c1", newer);

        var error = await Assert.ThrowsAsync<NewerFormatException>(() => Coach().SayAsync("hello"));

        Assert.Contains("format 99", error.Message, StringComparison.Ordinal);
        var stored = (StoredItem)(await _storage.ReadAsync(["turns/push/c1"]))["turns/push/c1"];
        Assert.Equal(newer, stored.Utf8Json.ToArray());
    }

    private TurnEngineFixture Coach() => new(_storage, new TurnOptions
    {
        OnFailure = (turn, _, isNew, ct) => turn.SendActivityAsync($"sorry, new: {isNew}", cancellationToken: ct),
    });

    private Task StoreAsync(string key, byte[] json) => _storage.WriteAsync(new Dictionary<string, object> { [key] = new StoredItem(json, "*") });

    private async Task<byte[]> KeptAsync(string key)
    {
        await foreach (var kept in _storage.ListAsync($"quarantine/{key}/"))
            return Convert.FromBase64String((string)((StoredItem)(await _storage.ReadAsync([kept]))[kept]).Value["base64"]!);
        return [];
    }
}
