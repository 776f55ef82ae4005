using CoachBot.Tests.Support;
using Microsoft.Playwright;

namespace CoachBot.Tests.Channels.DirectLine;

/// <summary>The main moments of a check-in on the page, as pictures in <c>docs/images</c>.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ScreenshotTests(Browser browser)
{
    [ScreenshotFact]
    public async Task The_main_moments_on_a_wide_screen_and_on_a_phone()
    {
        await using var host = new HostProcess();
        await host.StartAsync();
        await using (var wide = await browser.NewContextAsync(900, 760))
            await CheckInAsync(await ChatTab.OpenAsync(wide, host.Address), "page-greeting", "page-question", "page-plan");
        await using (var phone = await browser.NewContextAsync(360, 740))
            await CheckInAsync(await ChatTab.OpenAsync(phone, host.Address), "phone-greeting", "phone-question", "phone-plan");
    }

    private static async Task CheckInAsync(ChatTab tab, string greeting, string question, string plan)
    {
        await tab.OffersAsync("Yes, keep it");
        await ShootAsync(tab, greeting);
        await tab.MeetAsync();
        await tab.SayAsync("long run, 28 km in 2:40");
        await tab.OffersAsync("10 · all out");
        await ShootAsync(tab, question);
        foreach (var (answer, next) in new[] { ("7", "8 · very sore"), ("2", "9 h"), ("8", "3 · OK"), ("4", "5 · fresh"), ("4", "5 · relaxed"), ("4", "") })
        {
            await tab.SayAsync(answer);
            if (next.Length > 0)
                await tab.OffersAsync(next);
        }

        await tab.SeesAsync("train as planned");
        await ShootAsync(tab, plan, tab.Bubbles.Filter(new LocatorFilterOptions { HasText = "train as planned" }).Last);
    }

    private static async Task ShootAsync(ChatTab tab, string name, ILocator? from = null)
    {
        // Web Chat glides to the newest message.
        await tab.Page.WaitForFunctionAsync("""
            () => { const all = document.querySelector('.webchat__basic-transcript__scrollable'); return all.scrollHeight - all.scrollTop - all.clientHeight < 2; }
            """);
        if (from is not null)
            await from.EvaluateAsync("bubble => bubble.scrollIntoView()");
        await tab.Page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Repository.PathOf("docs", "images", $"{name}.png"),
            Animations = ScreenshotAnimations.Disabled,
        });
    }
}
