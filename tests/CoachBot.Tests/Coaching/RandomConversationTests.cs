using CoachBot.Tests.Support;
using CsCheck;

namespace CoachBot.Tests.Coaching;

/// <summary>
/// Whatever comes in whatever order: one reply, never empty, never the last one again (unless the runner says the same again), and no plan beside a red flag.
/// </summary>
public sealed class RandomConversationTests
{
    private const string RedFlag = "chest pain and my left arm is numb";

    private static readonly string[] Messages =
    [
        "hi", "10k easy, 50 min", "long run 28 km 2:40, effort 7", "no run", "4", "7", "2", "0", "11", "both quads", "left calf", "one spot", "spread out",
        "7 good", "slept 5 hours", "tired", "relaxed", "back", "skip", "start again", "cancel", "help", "why", "more", "sources", "plan", "thanks", "yes", "no",
        "same as yesterday", "soreness was 6", "no, 12 not 10", "should I take an ice bath?", "what is the meaning of life?", "asdf", "🏃", "", "<b>x</b>", "مرحبا",
        "use miles", "auf deutsch bitte", "in english please", "change language", "Français", "what do you know about me", "export", "delete my data", "how was my week",
        "remind me at 7", "i take warfarin", "im 15 years old", "my knee hurts", "it was checked", "it's gone", "not yet", "form", RedFlag,
    ];

    [Fact]
    public void Every_message_gets_one_new_reply() =>
        Gen.Int[0, Messages.Length - 1].Select(index => Messages[index]).List[1, 25].Sample(
            messages => PlayAsync(messages).GetAwaiter().GetResult(), iter: 25, threads: 1, print: messages => string.Join(" | ", messages));

    private static async Task PlayAsync(List<string> messages)
    {
        var chat = new CoachChat();
        var (last, before) = ("", "");
        var held = false;
        foreach (var message in messages)
        {
            var reply = TranscriptFile.Show(Assert.Single(await chat.SayAsync(message)));
            Assert.NotEmpty(reply);
            Assert.True(reply != last || message == before || reply.Contains("999", StringComparison.Ordinal), $"Twice in a row: {reply}");
            held = message == RedFlag || (held && message is not ("it was checked" or "yes" or "delete my data"));
            Assert.False(held && reply.Contains("(card)", StringComparison.Ordinal), $"Beside a red flag: {reply}");
            (last, before) = (reply, message);
        }
    }
}
