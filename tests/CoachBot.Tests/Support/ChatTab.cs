using Microsoft.Playwright;

namespace CoachBot.Tests.Support;

/// <summary>The chat page in one tab of a browser, as a person uses it.</summary>
internal sealed class ChatTab
{
    private const float PatienceMs = 45_000;
    private readonly List<string> _errors = [];

    private ChatTab(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                _errors.Add(message.Text);
        };
        page.PageError += (_, error) => _errors.Add(error);
    }

    public IPage Page { get; }

    /// <summary>What the browser complained of, blocked scripts included.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>The messages on display; the hidden copies for screen readers are left out.</summary>
    public ILocator Bubbles => Page.Locator(".webchat__bubble__content");

    public ILocator Input => Page.Locator("[data-id='webchat-sendbox-input']");

    public static async Task<ChatTab> OpenAsync(IBrowserContext browser, Uri address)
    {
        var tab = new ChatTab(await browser.NewPageAsync());
        await tab.Page.GotoAsync(address.ToString());
        return tab;
    }

    /// <summary>Gives the coach its consent and passes over the questions of the first meeting.</summary>
    public async Task MeetAsync()
    {
        await OffersAsync("Yes, keep it");
        await SayAsync("Yes, keep it");
        await OffersAsync("Fits");
        await SayAsync("cancel");
        await SeesAsync("no more questions about you");
    }

    public async Task SayAsync(string text)
    {
        await Input.FillAsync(text, new LocatorFillOptions { Timeout = PatienceMs });
        await Input.PressAsync("Enter");
    }

    public async Task SeesAsync(string text) =>
        await Bubbles.Filter(new LocatorFilterOptions { HasText = text }).First
            .WaitForAsync(new LocatorWaitForOptions { Timeout = PatienceMs });

    /// <summary>A button below the last message.</summary>
    public ILocator Offer(string label) =>
        Page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = label, Exact = true });

    public async Task OffersAsync(string label) => await Offer(label).WaitForAsync(new LocatorWaitForOptions { Timeout = PatienceMs });

    public async Task SeesBubblesAsync(int count) =>
        await Assertions.Expect(Bubbles).ToHaveCountAsync(count, new LocatorAssertionsToHaveCountOptions { Timeout = PatienceMs });
}
