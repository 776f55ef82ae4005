using CoachBot.BotBuilder.Dialogs;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.BotBuilder.Dialogs;

public class DateTimePromptTests
{
    /// <summary>A Tuesday.</summary>
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);

    private readonly DialogConversation _conversation = new();

    [Theory]
    [InlineData("en-us", "5 december 2018 at 9am", "2018-12-05T09 2018-12-05 09:00:00")]
    [InlineData("en-us", "Wednesday", "XXXX-WXX-3 2026-11-18, XXXX-WXX-3 2026-11-25")]
    [InlineData("en-us", "in two days", "2026-11-26 2026-11-26")]
    [InlineData("en-us", "4/5/2026", "2026-04-05 2026-04-05")]
    [InlineData("en-gb", "4/5/2026", "2026-05-04 2026-05-04")]
    [InlineData("de-de", "morgen um 18 Uhr", "2026-11-25T18 2026-11-25 18:00:00")]
    [InlineData("es-es", "mañana", "2026-11-25 2026-11-25")]
    [InlineData("fr-fr", "demain", "2026-11-25 2026-11-25")]
    [InlineData("pt-br", "amanhã", "2026-11-25 2026-11-25")]
    [InlineData(null, "tomorrow", "2026-11-25 2026-11-25")]
    public async Task It_gives_every_meaning_of_what_was_said(string? locale, string answer, string resolutions)
    {
        var root = Ask(new DateTimePrompt("p"));
        await _conversation.SayAsync(root, "hi");
        var message = DialogContexts.Message(answer, locale);
        message.LocalTimestamp = Now;

        await _conversation.SendAsync(root, message);

        var result = Assert.IsAssignableFrom<IList<DateTimeResolution>>(_conversation.Last!.Result);
        Assert.Equal(resolutions, string.Join(", ", result.Select(resolution => $"{resolution.Timex} {resolution.Value}")));
    }

    [Fact]
    public async Task A_range_has_two_ends()
    {
        var root = Ask(new DateTimePrompt("p"));
        await _conversation.SayAsync(root, "hi");
        var message = DialogContexts.Message("from 11pm to 6:30am tomorrow", "en-us");
        message.LocalTimestamp = Now;

        await _conversation.SendAsync(root, message);

        var range = Assert.IsAssignableFrom<IList<DateTimeResolution>>(_conversation.Last!.Result)[0];
        Assert.NotNull(range.Start);
        Assert.NotNull(range.End);
    }

    [Fact]
    public async Task What_is_no_time_is_asked_again()
    {
        var root = Ask(new DateTimePrompt("p"));
        await _conversation.SayAsync(root, "hi");

        Assert.Equal("when?", await _conversation.SayAsync(root, "hello again"));
    }

    [Fact]
    public async Task The_validator_sees_the_resolutions()
    {
        var root = Ask(new DateTimePrompt("p", (context, _) => Task.FromResult(
            context.Recognized.Succeeded && context.Recognized.Value.Any(resolution => resolution.Timex == "PT1H"))));
        await _conversation.SayAsync(root, "hi");

        Assert.Equal("when?", await _conversation.SayAsync(root, "tomorrow"));
        await _conversation.SayAsync(root, "one hour");

        Assert.Equal(DialogTurnStatus.Complete, _conversation.Last!.Status);
    }

    private static ComponentDialog Ask(Dialog prompt)
    {
        var root = new ComponentDialog("root");
        root.AddDialog(new WaterfallDialog("w", [Steps.Asks("p", "when?"), Steps.EndsWithResult()]));
        root.AddDialog(prompt);
        return root;
    }
}
