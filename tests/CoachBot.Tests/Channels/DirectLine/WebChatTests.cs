using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.Tests.Support;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace CoachBot.Tests.Channels.DirectLine;

/// <summary>Microsoft's real Web Chat in a real browser, on the page that users see.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WebChatTests(Browser browser)
{
    [Fact]
    public async Task A_conversation_is_there_again_after_a_reload_and_in_another_tab()
    {
        await using var host = await TestHost.StartAsync();
        await using var context = await browser.NewContextAsync();
        var tab = await ChatTab.OpenAsync(context, host.Address);

        await tab.SeesAsync("Hello from the coach.");
        await tab.SayAsync("ran 10k easy");
        await tab.SeesAsync("Echo: ran 10k easy");
        await tab.Page.ReloadAsync();
        await tab.SeesAsync("Echo: ran 10k easy");
        await tab.SeesBubblesAsync(3);
        var second = await ChatTab.OpenAsync(context, host.Address);
        await second.SeesAsync("ran 10k easy");
        await second.SayAsync("from the other tab");

        await tab.SeesAsync("Echo: from the other tab");
        Assert.Empty(tab.Errors);
    }

    [Fact]
    public async Task The_greeting_is_painted_before_web_chat_is_there()
    {
        await using var host = await TestHost.StartAsync();
        await using var context = await browser.NewContextAsync(locale: "de-DE");
        await context.RouteAsync("**/webchat.js", route => route.AbortAsync());
        var tab = await ChatTab.OpenAsync(context, host.Address);

        Assert.Contains("dein Coach für die Erholung", await tab.Page.Locator("#welcome .bubble").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Starting_over_asks_first_and_then_shows_a_new_conversation()
    {
        await using var host = await TestHost.StartAsync();
        await using var context = await browser.NewContextAsync();
        var tab = await ChatTab.OpenAsync(context, host.Address);
        await tab.SayAsync("old news");
        await tab.SeesAsync("Echo: old news");

        await tab.Page.ClickAsync("#start-over");
        await tab.Page.ClickAsync("dialog button[value=no]");
        await tab.SeesBubblesAsync(3);
        await tab.Page.ClickAsync("#start-over");
        await tab.Page.ClickAsync("dialog button[value=yes]");

        await tab.SeesBubblesAsync(1);
        await tab.SeesAsync("Hello from the coach.");
    }

    [Theory]
    [InlineData("<img src=x onerror=\"document.title='owned'\">")]
    [InlineData("<script>document.title='owned'</script>")]
    [InlineData("[click](javascript:document.title='owned') **bold** <b>b</b>")]
    [InlineData("![x](https://evil.example/track.png)")]
    public async Task What_people_type_is_shown_and_never_executed(string typed)
    {
        await using var host = await TestHost.StartAsync();
        await using var context = await browser.NewContextAsync();
        var outside = new List<string>();
        context.Response += (_, response) =>
        {
            if (new Uri(response.Url).Host is not ("127.0.0.1" or ""))
                outside.Add(response.Url);
        };
        var tab = await ChatTab.OpenAsync(context, host.Address);

        await tab.SayAsync(typed);
        await tab.SeesAsync(typed);
        await tab.SeesBubblesAsync(3);

        Assert.NotEqual("owned", await tab.Page.TitleAsync());
        Assert.Equal(0, await tab.Bubbles.Locator("script, img[onerror], a[href^=javascript]").CountAsync());
        Assert.Empty(outside);
    }

    [Theory]
    [InlineData(360, 640)]
    [InlineData(1000, 760)]
    public async Task The_page_has_no_accessibility_faults(int width, int height)
    {
        await using var host = await TestHost.StartAsync(WithButtons, TimeProvider.System);
        await using var context = await browser.NewContextAsync(width, height);
        var tab = await ChatTab.OpenAsync(context, host.Address);
        await tab.SayAsync("hi");
        await tab.SeesAsync("How hard was it?");

        var result = await tab.Page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice") });

        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help} at {string.Join(' ', violation.Nodes.Select(node => node.Html))}")));
        Assert.Equal(0, await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    [Fact]
    public async Task A_runner_without_a_mouse_reaches_everything()
    {
        await using var host = await TestHost.StartAsync(WithButtons, TimeProvider.System);
        await using var context = await browser.NewContextAsync();
        var tab = await ChatTab.OpenAsync(context, host.Address);
        await tab.SayAsync("hi");
        await tab.SeesAsync("How hard was it?");

        await tab.Page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Easy" }).FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.SeesAsync("Easy");
        await tab.Page.FocusAsync("#start-over");
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(tab.Page.Locator("#sure")).ToBeHiddenAsync();
        await tab.SeesAsync("Easy");
    }

    [Fact]
    public async Task A_refused_token_makes_the_chat_anew_with_the_same_conversation()
    {
        await using var host = await TestHost.StartAsync();
        await using var context = await browser.NewContextAsync();
        var tab = await ChatTab.OpenAsync(context, host.Address);
        await tab.SayAsync("before");
        await tab.SeesAsync("Echo: before");

        var refusals = 0;
        await context.RouteAsync("**/activities", route => Interlocked.Increment(ref refusals) == 1
            ? route.FulfillAsync(new RouteFulfillOptions { Status = 403, Body = """{"error":{"code":"TokenExpired","message":"x"}}""" })
            : route.ContinueAsync());
        await tab.SayAsync("refused");
        await tab.Page.WaitForResponseAsync(response => response.Url.Contains("tokens/generate", StringComparison.Ordinal));
        await tab.SeesBubblesAsync(3);
        await tab.SayAsync("after");

        await tab.SeesAsync("Echo: after");
    }

    [Fact]
    public async Task The_widget_opens_the_chat_on_a_page_of_another_origin()
    {
        var widget = "";
        await using var club = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]).Build();
        club.MapGet("/", () => Results.Content($"<!doctype html><html lang=en><title>Club</title><script src='{widget}' async></script>", "text/html"));
        await club.StartAsync();
        var origin = club.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        await using var host = await TestHost.StartAsync($"--DirectLine:AllowedOrigins={origin}");
        widget = $"{host.Address}widget.js";
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(origin);

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Open the chat with the coach" }).ClickAsync();

        var chat = page.Frames.Single(frame => frame.Url.StartsWith(host.Address.ToString(), StringComparison.Ordinal));
        await chat.Locator(".webchat__bubble__content").Filter(new LocatorFilterOptions { HasText = "Hello from the coach." }).First
            .WaitForAsync(new LocatorWaitForOptions { Timeout = 45_000 });
    }

    private static IBot WithButtons { get; } = new DelegateBot(turn => turn.Activity.Type == ActivityTypes.Message
        ? turn.SendActivityAsync(MessageFactory.SuggestedActions(["Easy", "Steady", "Hard"], "How hard was it?"))
        : Task.CompletedTask);
}
