using CoachBot.Tests.Support;

namespace CoachBot.Tests.Channels.DirectLine;

/// <summary>The host of the real coach is killed in the middle of a check-in and started again; the page stays open.</summary>
[Collection(BrowserCollection.Name)]
public sealed class RestartTests(Browser browser)
{
    [Fact]
    public async Task A_check_in_goes_on_in_the_same_tab_at_the_same_question_after_the_host_was_killed()
    {
        await using var host = new HostProcess();
        await host.StartAsync();
        await using var context = await browser.NewContextAsync();
        var tab = await ChatTab.OpenAsync(context, host.Address);
        await tab.MeetAsync();
        await tab.SayAsync("long run, 28 km in 2:40");
        await tab.OffersAsync("10 · all out");
        await tab.SayAsync("7");
        await tab.OffersAsync("8 · very sore");
        await tab.SayAsync("6");
        await tab.OffersAsync("Both quads");
        var asked = await tab.Bubbles.CountAsync();

        host.Kill();
        await host.StartAsync();

        await tab.SayAsync("both quads");
        await tab.OffersAsync("9 h");
        await tab.SeesBubblesAsync(asked + 2);
        await tab.SayAsync("5.5");
        await tab.OffersAsync("3 · OK");
        await tab.SayAsync("2");
        await tab.OffersAsync("Fresh");
        await tab.SayAsync("low");
        await tab.OffersAsync("5 · relaxed");
        await tab.SayAsync("3");
        await tab.SeesAsync("rest or very easy today");
        var planned = await tab.Bubbles.CountAsync();
        await tab.Page.ReloadAsync();
        await tab.SeesAsync("rest or very easy today");
        await tab.SeesBubblesAsync(planned);

        Assert.DoesNotContain(tab.Errors, error => error.Contains("Content Security Policy", StringComparison.Ordinal));
    }
}
