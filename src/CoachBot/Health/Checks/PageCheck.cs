namespace CoachBot.Health.Checks;

/// <summary>The files of the chat page.</summary>
internal sealed class PageCheck : ISelfCheck
{
    public string Name => "page";

    public Task<SelfCheckResult> LookAsync(CancellationToken cancellationToken) =>
        Task.FromResult(File.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot", "webchat", "webchat.js"))
            ? SelfCheckResult.Ok("Web Chat is there.")
            : SelfCheckResult.Note("Web Chat was not fetched when this was built; the page can only say so.", "Build again with Node 20 and npm in reach."));
}
