using CoachBot.Tests.Support;

namespace CoachBot.Tests.Channels.Terminal;

public sealed class ChatProcessTests
{
    [Fact]
    public async Task A_chat_that_was_killed_between_two_lines_repeats_its_question_and_goes_on_to_the_plan()
    {
        await using var chat = new HostProcess();
        chat.StartChat("--locale=en");
        await chat.PrintsAsync("Yes, keep it");
        await chat.TypeAsync("yes");
        await chat.PrintsAsync("Fits");
        await chat.TypeAsync("cancel");
        await chat.PrintsAsync("next run");
        await chat.TypeAsync("long run, 28 km in 2:40, effort 7");
        await chat.PrintsAsync("sore");

        chat.Kill();
        chat.StartChat("--locale=en");

        var repeated = await chat.PrintsAsync("sore");
        Assert.DoesNotContain("your last run", repeated, StringComparison.Ordinal);
        foreach (var (answer, next) in new[] { ("2", "9 h"), ("8", "5 · great"), ("4", "Wrecked"), ("4", "5 · relaxed"), ("4", "train as planned") })
        {
            await chat.TypeAsync(answer);
            await chat.PrintsAsync(next);
        }
    }
}
