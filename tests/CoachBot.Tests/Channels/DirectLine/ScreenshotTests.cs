using CoachBot.Coaching;
using CoachBot.Tests.Coaching.WatchFiles;
using CoachBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CoachBot.Tests.Channels.DirectLine;

/// <summary>The ten main moments on the page, as the pictures of <c>docs/tour.md</c> in <c>docs/images</c>.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ScreenshotTests(Browser browser)
{
    private const int PhoneWidth = 390;
    private const int PhoneHeight = 780;

    /// <summary>Mornings before the one on the pictures.</summary>
    private static readonly string[] Mornings =
    [
        "8 km easy, 48 min, effort 3, soreness 2, slept 7.5 good, energy 4, stress 4",
        "rest day, soreness 1, slept 8 good, energy 4, stress 4",
        "intervals, 10 km, 55 min, effort 8, soreness 3, slept 7 ok, energy 4, stress 3",
        "6 km recovery, 40 min, effort 2, soreness 3, slept 6.5 ok, energy 3, stress 3",
        "12 km easy, 70 min, effort 4, soreness 2, slept 8 good, energy 5, stress 4",
        "rest day, soreness 1, slept 8.5 good, energy 5, stress 4",
    ];

    [ScreenshotFact]
    public async Task A_week_on_a_phone_from_the_first_question_to_the_picture()
    {
        var time = new ShiftedTime { Shift = TimeSpan.FromDays(-Mornings.Length) };
        await using var host = await StartAsync(time);
        await using var phone = await browser.NewContextAsync(PhoneWidth, PhoneHeight);
        var tab = await ChatTab.OpenAsync(phone, host.Address);
        await tab.OffersAsync("No run");
        foreach (var morning in Mornings)
        {
            await tab.SayAsync(morning);
            await tab.OffersAsync("Why");
            time.Shift += TimeSpan.FromDays(1);
            await tab.Page.ReloadAsync();
            await tab.SeesAsync(morning);
        }

        await tab.SayAsync("long run, 28 km in 2:40");
        await tab.OffersAsync("10 · all out");
        await ShootAsync(tab, "question");
        await tab.SayAsync("6, quads sore both sides 5, slept 7 good, energy 3, stress 4");
        await tab.OffersAsync("Sources");
        await ShootAsync(tab, "plan", "Still learning you");
        await tab.SayAsync("why");
        await tab.SeesAsync("Why this plan");
        await ShootAsync(tab, "why", "Why this plan");
        await tab.SayAsync("my week");
        await tab.Page.Locator("img[src^='/pictures/']").Last.WaitForAsync(new LocatorWaitForOptions { Timeout = 45_000 });
        await ShootAsync(tab, "week", "Last 7 days");
    }

    [ScreenshotFact]
    public async Task A_wide_screen_with_the_greeting_a_question_and_the_form()
    {
        await using var host = await TestHost.StartAsync(services => services.AddCoach(new ContentFiles()));
        await using var wide = await browser.NewContextAsync(900, 760);
        var tab = await ChatTab.OpenAsync(wide, host.Address);
        await tab.OffersAsync("Yes, keep it");
        await ShootAsync(tab, "greeting");
        await tab.SayAsync("should I take an ice bath after leg day?");
        await tab.SeesAsync("Brophy-Williams");
        await ShootAsync(tab, "answer");
        await tab.Page.SetViewportSizeAsync(900, 1080);
        await tab.MeetAsync();
        await tab.SayAsync("form");
        await tab.Page.Locator("input[type=number]").First.WaitForAsync(new LocatorWaitForOptions { Timeout = 45_000 });
        await ShootAsync(tab, "form");
    }

    [ScreenshotFact]
    public async Task A_phone_with_a_file_from_the_watch_and_with_a_sign_of_danger()
    {
        await using var host = await StartAsync(TimeProvider.System);
        await using var phone = await browser.NewContextAsync(PhoneWidth, PhoneHeight);
        var tab = await ChatTab.OpenAsync(phone, host.Address);
        await tab.OffersAsync("No run");
        await tab.ChooseFileAsync("morning-run.gpx", WatchFileBuilder.Gpx(km: 12.4, minutes: 66, start: TimeProvider.System.GetUtcNow().AddHours(-2)));
        await tab.OffersAsync("10 · all out");
        await ShootAsync(tab, "watch-file");
        await tab.SayAsync("my chest feels tight and heavy");
        await tab.SeesAsync("emergency");
        await ShootAsync(tab, "stop");
    }

    [ScreenshotFact]
    public async Task A_dark_phone_in_german()
    {
        await using var host = await StartAsync(TimeProvider.System);
        await using var phone = await browser.NewContextAsync(PhoneWidth, PhoneHeight, "de-DE", dark: true);
        var tab = await ChatTab.OpenAsync(phone, host.Address);
        await tab.OffersAsync("Kein Lauf");
        await tab.SayAsync("10 km locker in 55 min, Anstrengung 3, kein Muskelkater, Schlaf 7,5 h gut, Energie 4, Stress 4");
        await tab.OffersAsync("Warum");
        await ShootAsync(tab, "german-dark");
    }

    private static Task<TestHost> StartAsync(TimeProvider time) => TestHost.StartAsync(services => MetCoach.AddTo(services.AddSingleton(time)));

    private static async Task ShootAsync(ChatTab tab, string name, string? from = null)
    {
        // Web Chat glides to the newest message.
        await tab.Page.WaitForFunctionAsync("""
            () => { if (document.querySelector('#chat').innerText.includes('Connecting')) return false; const all = document.querySelector('.webchat__basic-transcript__scrollable'); return all.scrollHeight - all.scrollTop - all.clientHeight < 2; }
            """);
        if (from is not null)
            await tab.Bubbles.Filter(new LocatorFilterOptions { HasText = from }).Last.EvaluateAsync("bubble => bubble.scrollIntoView()");
        await tab.Page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Repository.PathOf("docs", "images", $"{name}.png"),
            Animations = ScreenshotAnimations.Disabled,
        });
    }
}
