using System.Text;
using System.Text.Json.Nodes;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Turns;

namespace CoachBot.Tests.BotBuilder.Turns;

/// <summary>All about one person, out or away; nothing of anyone else.</summary>
public sealed class StoredPersonalDataTests
{
    private readonly MemoryStorage _storage = new();

    private StoredPersonalData Data => new(_storage);

    [Fact]
    public async Task What_a_person_left_in_every_corner_is_found_and_deleted_and_others_stay()
    {
        var coach = new TurnEngineFixture(_storage);
        await coach.SayAsync("user one");
        await coach.Engine.DisposeAsync();
        await PutAsync("push/users/anabel", "{\"name\":\"ana\"}");
        await PutAsync("turns/push/c2", """{"log":[{"activity":{"from":{"id":"anabel"},"text":"ana"}}]}""");
        await PutAsync("inbox/push/c3/5", """{"activity":{"from":{"id":"ana"}}}""");
        await PutAsync("quarantine/turns/push/c4/1a", Aside("turns/push/c4", "{\"from\":{\"id\":\"ana\"}"));
        await PutAsync("quarantine/turns/push/c5/1b", Aside("turns/push/c5", "{\"from\":{\"id\":\"anabel\"}"));
        await PutAsync("quarantine/push/users/ana/1c", Aside("push/users/ana", "rubbish"));

        var exported = await Data.ExportAsync("ana").ToDictionaryAsync(pair => pair.Key, pair => pair.Value);
        var count = await Data.ForgetAsync("ana");

        Assert.Equal(
            ["inbox/push/c3/5", "push/users/ana", "quarantine/push/users/ana/1c", "quarantine/turns/push/c4/1a", "turns/push/c1"],
            exported.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(1, (int)exported["push/users/ana"]["allTurns"]);
        Assert.Equal(5, count);
        Assert.Equal(["push/users/anabel", "quarantine/turns/push/c5/1b", "turns/push/c2"], await KeysAsync());
        Assert.Equal(0, await Data.ForgetAsync("ana"));
    }

    [Fact]
    public async Task One_channel_can_be_meant_alone()
    {
        await PutAsync("push/users/ana", "{}");
        await PutAsync("slack/users/ana", "{}");
        await PutAsync("turns/slack/c1", """{"reference":{"user":{"id":"ana"}}}""");

        await Data.ForgetAsync("slack/ana");

        Assert.Equal(["push/users/ana"], await KeysAsync());
    }

    [Fact]
    public async Task A_host_that_remembers_the_conversation_begins_it_anew()
    {
        var coach = new TurnEngineFixture(_storage);
        await coach.SayAsync("one");
        await coach.SayAsync("two");

        await Data.ForgetAsync("ana");
        var turn = coach.SayAsync("three");
        while (!turn.IsCompleted)
        {
            coach.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await turn;
        Assert.Equal("1: three", coach.Push.Delivered[^1]);
    }

    [Fact]
    public async Task An_id_with_signs_that_JSON_escapes_is_found()
    {
        await PutAsync("turns/msteams/c1", """{"reference":{"user":{"id":"29:1-\u002B\u0026"}}}""");

        Assert.Equal(1, await Data.ForgetAsync("29:1-+&"));
    }

    private Task PutAsync(string key, string json) =>
        _storage.WriteAsync(new Dictionary<string, object> { [key] = new StoredItem(JsonNode.Parse(json)!.AsObject(), "*") });

    private static string Aside(string key, string body) =>
        new JsonObject { ["key"] = key, ["base64"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(body)) }.ToJsonString();

    private async Task<string[]> KeysAsync() => [.. (await _storage.ListAsync("").ToListAsync()).Order(StringComparer.Ordinal)];
}
