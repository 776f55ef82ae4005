using CoachBot.Tests.Support;

namespace CoachBot.Tests.Channels.DirectLine;

/// <summary>The host is killed in the middle and started again; the page stays open.</summary>
[Collection(BrowserCollection.Name)]
public sealed class RestartTests(Browser browser)
{
    [Fact]
    public async Task The_same_tab_goes_on_after_the_host_was_killed_and_started_again()
    {
        await using var host = new HostProcess();
        await host.StartAsync();
        await using var context = await browser.NewContextAsync();
        var tab = await ChatTab.OpenAsync(context, host.Address);
        await tab.SayAsync("ran 10k easy");
        await tab.SeesAsync("ran 10k easy");
        await tab.SeesBubblesAsync(3);

        await host.KillAsync();
        await host.StartAsync();
        await tab.SayAsync("and still here");

        await tab.SeesBubblesAsync(5);
        await tab.Page.ReloadAsync();
        await tab.SeesBubblesAsync(5);
    }
}
