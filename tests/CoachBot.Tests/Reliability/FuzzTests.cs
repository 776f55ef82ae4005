using System.Net;
using System.Text;
using System.Text.Json;
using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;
using CoachBot.Recovery;
using CoachBot.Tests.Support;
using CsCheck;

namespace CoachBot.Tests.Reliability;

/// <summary>Valid documents with random damage: each is read or refused with the failure that callers expect, and nothing else.</summary>
public sealed class FuzzTests
{
    private static readonly int Times = FullRun.Or(3_000, 1_000_000);

    private const string Activity = """
        {"type":"message","id":"1","timestamp":"2026-11-24T07:00:00Z","localTimezone":"Europe/Madrid","channelId":"directline","text":"ran 10k, rpe 6 😀",
         "from":{"id":"dl_ana","name":"Ana","role":"user"},"conversation":{"id":"c1","isGroup":false},"recipient":{"id":"coach"},"locale":"es-ES",
         "attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","body":[{"type":"TextBlock"}]}}],
         "entities":[{"type":"mention","mentioned":{"id":"x"},"text":"<at>x</at>"}],"channelData":{"clientActivityID":"c","n":1e3},"value":{"a":[1,null,true]}}
        """;

    private const string Conversation = """
        {"format":1,"lastSequence":12,"failuresInARow":1,"reference":{"activityId":"1"},"state":{"directline/conversations/c1":{"a":{"b":[1,2]}}},
         "handled":[{"key":"id-1","activityId":"c1|0000001","invokeResponse":{"status":200},"replies":[]}],
         "log":[{"sequence":11,"activity":{"type":"message","text":"x"}}],
         "outbox":[{"sequence":12,"kind":"change","target":"u","payload":[]},{"sequence":13,"kind":"send","status":"unknown","payload":{}}],
         "sent":[{"id":"c1|0000003","channelsId":"abc"}]}
        """;

    private const string CheckIn = """
        {"now":"2026-11-22T11:00:00Z","runner":{"ageYears":41,"bodyMassKg":70,"conditions":["raynauds"],"equipment":["bath"]},
         "training":{"phase":"build","next":{"at":"2026-11-24T18:30:00Z","kind":"intervals","demanding":true}},
         "session":{"kind":"long","endedAt":"2026-11-22T10:45:00Z","distanceKm":30,"durationMin":165},"soreness":{"overall":4},
         "sleep":{"hours":7,"quality":3,"previousNightsH":[7.5,7]},"wellness":{"energy":3,"illness":[]},"notes":["ok"]}
        """;

    [Fact]
    public void An_activity_is_read_or_is_no_JSON_of_one() => Sample(Activity, json => ActivityJson.Parse(json), typeof(JsonException));

    [Fact]
    public void A_conversation_is_read_or_known_as_damaged() => Sample(
        Conversation, json => ConversationDocumentJson.Read(json, "key"), typeof(InvalidDataException), typeof(NewerFormatException));

    [Fact]
    public void A_conversation_that_is_read_can_be_written_and_read_again() => Sample(
        Conversation,
        json => ConversationDocumentJson.Read(ConversationDocumentJson.Write(ConversationDocumentJson.Read(json, "key")), "key"),
        typeof(InvalidDataException),
        typeof(NewerFormatException));

    [Fact]
    public void A_check_in_is_read_or_refused_with_one_sentence() => Sample(CheckIn, json =>
    {
        var result = CheckInJson.Parse(json);
        Assert.True((result.Value is null) != (result.Error is null));
        Assert.DoesNotContain('\n', result.Error ?? "");
    });

    [Fact]
    public async Task Whatever_is_posted_the_answer_is_never_a_server_error()
    {
        await using var host = await TestHost.StartAsync();
        var conversation = await DirectLineConversation.StartAsync(host);
        var bodies = new List<byte[]>();
        Damaged(Activity).Sample(bodies.Add, iter: Times / 10, threads: 1);
        foreach (var body in bodies)
        {
            using var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
            using var request = new HttpRequestMessage(HttpMethod.Post, conversation.ActivitiesPath) { Content = content };
            request.Headers.Authorization = new("Bearer", conversation.Token);
            using var answer = await host.Client.SendAsync(request);
            Assert.True(answer.StatusCode < HttpStatusCode.InternalServerError, $"{(int)answer.StatusCode}: {Encoding.UTF8.GetString(body)}");
        }

        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync("/health/ready")).StatusCode);
    }

    private static void Sample(string valid, Action<byte[]> read, params Type[] expected) => Damaged(valid).Sample(
        json =>
        {
            try
            {
                read(json);
            }
            catch (Exception e) when (expected.Any(type => type.IsInstanceOfType(e)))
            {
            }
        },
        iter: Times,
        print: Encoding.UTF8.GetString);

    /// <summary>One to four of: a byte changed, bytes removed, a piece doubled, a piece of another place put in.</summary>
    private static Gen<byte[]> Damaged(string valid)
    {
        var bytes = Encoding.UTF8.GetBytes(valid);
        var damage = Gen.Select(Gen.Int[0, 3], Gen.Int[0, bytes.Length - 1], Gen.Int[1, 40], Gen.Byte, Gen.Int[0, bytes.Length - 1]);
        return damage.List[1, 4].Select(list => list.Aggregate(bytes, (json, one) =>
        {
            var (kind, at, length, value, from) = one;
            at %= Math.Max(1, json.Length);
            var piece = bytes.AsSpan(from, Math.Min(length, bytes.Length - from)).ToArray();
            return kind switch
            {
                0 => [.. json[..at], value, .. json[Math.Min(at + 1, json.Length)..]],
                1 => [.. json[..at], .. json[Math.Min(at + length, json.Length)..]],
                2 => [.. json[..at], .. json[at..Math.Min(at + length, json.Length)], .. json[at..]],
                _ => [.. json[..at], .. piece, .. json[at..]],
            };
        }));
    }
}
