using CoachBot.Tests.Coaching.WatchFiles;
using CoachBot.Tests.Support;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CoachBot.Tests.Channels.DirectLine;

/// <summary>The page with the real coach, as it is for someone without a mouse, with a screen reader, or with other settings of their machine.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AccessibilityTests(Browser browser)
{
    private const string AtOnce = "10k easy, 50 min, effort 3, soreness 3, slept 8 good, energy 4, stress 4";

    /// <summary>What stands in a live region for a moment is read out, and gone after.</summary>
    private const string ListenToLiveRegions = """
        window.heard = [];
        new MutationObserver(changes => changes.forEach(change => change.addedNodes.forEach(node => {
          if ((node.parentElement || node).closest('[role=log], [aria-live=polite]')) window.heard.push(node.textContent);
        }))).observe(document.body, { childList: true, subtree: true });
        """;

    [Fact]
    public async Task A_plan_and_a_week_with_its_picture_have_no_accessibility_faults_in_any_setting()
    {
        await using var host = await StartAsync();
        await using var context = await browser.NewContextAsync(390, 760);
        var tab = await ChatTab.OpenAsync(context, host.Address);
        await tab.OffersAsync("No run");
        await tab.ChooseFileAsync("run.gpx", WatchFileBuilder.Gpx(start: TimeProvider.System.GetUtcNow().AddHours(-2)));
        await tab.OffersAsync("10 · all out");
        await tab.SayAsync(AtOnce);
        await tab.SeesAsync("train as planned");
        await tab.SayAsync("my week");
        await tab.Page.Locator("img[src^='/pictures/']").WaitForAsync(new LocatorWaitForOptions { Timeout = 45_000 });

        foreach (var (width, dark, still) in new[] { (390, false, false), (390, true, true), (1000, false, true), (1000, true, false) })
        {
            await tab.Page.SetViewportSizeAsync(width, 760);
            await tab.Page.EmulateMediaAsync(new PageEmulateMediaOptions
            {
                ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
                ReducedMotion = still ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
            });
            var result = await tab.Page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice") });

            Assert.True(result.Violations.Length == 0, $"{width} {dark}: " + string.Join('\n', result.Violations.Select(violation =>
                $"{violation.Id}: {violation.Help} at {string.Join(' ', violation.Nodes.Select(node => node.Html))}")));
            Assert.Equal(0, await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        }
    }

    [Fact]
    public async Task A_whole_check_in_needs_nothing_but_keys()
    {
        await using var host = await StartAsync();
        await using var context = await browser.NewContextAsync();
        var tab = await ChatTab.OpenAsync(context, host.Address);
        await tab.OffersAsync("No run");

        await TabToAsync(tab.Page, "webchat-sendbox-input");
        await TypeAsync(tab.Page, "10k easy, 50 min");
        await tab.OffersAsync("4 · moderate");
        await ChooseAsync(tab, "4 · moderate");
        await tab.OffersAsync("2 · a little");
        await ChooseAsync(tab, "2 · a little");
        await tab.SeesAsync("sleep");
        await TabToAsync(tab.Page, "webchat-sendbox-input");
        await TypeAsync(tab.Page, "8 h, 4");
        await tab.OffersAsync("Wrecked");
        await TypeAsync(tab.Page, "4 and 4");

        await tab.SeesAsync("train as planned");
        Assert.Empty(tab.Errors);
    }

    [Fact]
    public async Task A_screen_reader_finds_the_landmarks_and_hears_what_the_coach_says()
    {
        await using var host = await StartAsync();
        await using var context = await browser.NewContextAsync();
        var tab = await ChatTab.OpenAsync(context, host.Address);
        await tab.OffersAsync("No run");
        await tab.Page.EvaluateAsync(ListenToLiveRegions);
        await tab.SayAsync(AtOnce);
        await tab.SeesAsync("train as planned");
        await tab.SayAsync("my week");
        await tab.Page.Locator("img[src^='/pictures/']").WaitForAsync(new LocatorWaitForOptions { Timeout = 45_000 });

        var tree = await tab.Page.Locator("body").AriaSnapshotAsync();

        Assert.Contains("- banner:", tree, StringComparison.Ordinal);
        Assert.Matches("heading \".+\" \\[level=1\\]", tree);
        Assert.Matches("- main \".+\":", tree);
        Assert.Matches("- (log|feed)", tree);
        Assert.Matches("img \"Last 7 days: 1 check-in.+Soreness 3/10 on average", tree);
        Assert.Contains("train as planned", await tab.Page.EvaluateAsync<string>("window.heard.join('\\n')"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_from_a_watch_is_chosen_on_the_page_and_fills_in_the_run()
    {
        await using var host = await StartAsync();
        await using var context = await browser.NewContextAsync();
        var tab = await ChatTab.OpenAsync(context, host.Address);
        await tab.OffersAsync("No run");

        await tab.ChooseFileAsync("run.gpx", WatchFileBuilder.Gpx(start: TimeProvider.System.GetUtcNow().AddHours(-2)));

        await tab.SeesAsync("heart rate 145 on average");
        await tab.OffersAsync("10 · all out");
        Assert.Empty(tab.Errors);
    }

    private static Task<TestHost> StartAsync() => TestHost.StartAsync(MetCoach.AddTo);

    private static async Task TypeAsync(IPage page, string text)
    {
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Back from the send box to the buttons, along them, and Enter.</summary>
    private static async Task ChooseAsync(ChatTab tab, string label)
    {
        for (var i = 0; i < 20; i++)
        {
            if (await tab.Page.EvaluateAsync<string>("document.activeElement.textContent") == label)
            {
                await tab.Page.Keyboard.PressAsync("Enter");
                return;
            }

            var isInToolbar = await tab.Page.EvaluateAsync<bool>("!!document.activeElement.closest('[role=toolbar]')");
            await tab.Page.Keyboard.PressAsync(isInToolbar ? "ArrowRight" : "Shift+Tab");
        }

        Assert.Fail($"No key reached '{label}'.");
    }

    private static async Task TabToAsync(IPage page, string dataId)
    {
        for (var i = 0; i < 20; i++)
        {
            if (await page.EvaluateAsync<string>("document.activeElement.dataset.id ?? ''") == dataId)
                return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab never reached '{dataId}'.");
    }
}
