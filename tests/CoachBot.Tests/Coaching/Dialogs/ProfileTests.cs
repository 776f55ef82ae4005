using CoachBot.Tests.Support;

namespace CoachBot.Tests.Coaching.Dialogs;

/// <summary>What is kept about a runner when it is told, and what is not.</summary>
public sealed class ProfileTests
{
    private const string CheckIn = "28k long run in 2:40, effort 6, legs 3/10, slept 8 good, energy 4, stress 4";
    private const string Offer = "Tell me your weight";

    [Fact]
    public async Task A_weight_is_offered_once()
    {
        var chat = new CoachChat();

        Assert.Contains(Offer, await SayAsync(chat, CheckIn), StringComparison.Ordinal);
        Assert.DoesNotContain(Offer, await SayAsync(chat, "plan"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_weight_puts_grams_into_the_plan()
    {
        var chat = new CoachChat();
        Assert.DoesNotContain("g carbohydrate", await SayAsync(chat, CheckIn), StringComparison.Ordinal);

        Assert.Contains("g carbohydrate", await SayAsync(chat, "im 70kg"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_minor_is_never_asked_for_a_weight_and_none_is_kept()
    {
        var chat = new CoachChat();
        await chat.SayAsync("im 15 years old");
        await chat.SayAsync("yes");

        Assert.DoesNotContain(Offer, await SayAsync(chat, CheckIn), StringComparison.Ordinal);
        Assert.Contains("I leave weight out", await SayAsync(chat, "I weigh 50 kg"), StringComparison.Ordinal);
        Assert.DoesNotContain("50 kg", await SayAsync(chat, "what do you know about me"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_sign_about_eating_weight_is_left_out_for_good()
    {
        var chat = new CoachChat();
        await chat.SayAsync("I weigh 50 kg");
        await chat.SayAsync("I make myself sick after meals");
        await chat.SayAsync("it was checked, the doctor says all fine");

        Assert.DoesNotContain(Offer, await SayAsync(chat, CheckIn), StringComparison.Ordinal);
        Assert.DoesNotContain("50 kg", await SayAsync(chat, "what do you know about me"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I don't have Raynaud's", "Raynaud")]
    [InlineData("can I take ibuprofen?", "ibuprofen")]
    [InlineData("my wife has asthma", "asthma")]
    public async Task What_is_not_told_of_oneself_is_not_kept(string text, string word)
    {
        var chat = new CoachChat();
        await chat.SayAsync(text);

        Assert.DoesNotContain(word, await SayAsync(chat, "what do you know about me"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Kit_that_was_lacking_can_come_back()
    {
        var chat = new CoachChat();
        await chat.SayAsync(CheckIn);
        await chat.SayAsync("I don't have a tub");
        Assert.Contains("without: a cold tub", await SayAsync(chat, "what do you know about me"), StringComparison.Ordinal);

        await chat.SayAsync("I have a tub");
        Assert.DoesNotContain("cold tub", await SayAsync(chat, "what do you know about me"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7h, 3", "7 h of sleep, sleep quality 3/5")]
    [InlineData("7.5 h and 4", "7.5 h of sleep, sleep quality 4/5")]
    [InlineData("6 2", "6 h of sleep, sleep quality 2/5")]
    public async Task Hours_and_quality_in_one_reply(string reply, string said)
    {
        var chat = new CoachChat();
        await chat.SayAsync("10k easy, 50 min, effort 4, legs 2/10");

        Assert.Contains(said, await SayAsync(chat, reply), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4 and 4", "energy 4/5, stress: a little")]
    [InlineData("Flat", "judgement")]
    public async Task Energy_and_stress_in_one_reply_end_the_check_in(string reply, string said)
    {
        var chat = new CoachChat();
        await chat.SayAsync("10k easy, 50 min, effort 4, legs 2/10, slept 7 good");

        var text = await SayAsync(chat, reply);
        Assert.Contains("judgement", text, StringComparison.Ordinal);
        Assert.Contains(said, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_terminal_shows_the_buttons_too() =>
        Assert.Contains((await new CoachChat { Channel = "terminal" }.SayAsync("10k easy, 50 min, effort 4, legs 6/10"))[0].SuggestedActions.Actions, action => action.Title == "Both quads");

    private static async Task<string> SayAsync(CoachChat chat, string text) => Assert.Single(await chat.SayAsync(text)).Text;
}
