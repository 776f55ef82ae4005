namespace CoachBot.BotBuilder.Connector.Authentication;

/// <summary>Knows which app ids are the bot's and what their passwords are.</summary>
public interface ICredentialProvider
{
    Task<bool> IsValidAppIdAsync(string appId);

    Task<string?> GetAppPasswordAsync(string appId);

    Task<bool> IsAuthenticationDisabledAsync();
}

/// <summary>One bot with one password. Without an app id, authentication is off.</summary>
public class SimpleCredentialProvider : ICredentialProvider
{
    public SimpleCredentialProvider()
    {
    }

    public SimpleCredentialProvider(string? appId, string? password)
    {
        AppId = appId;
        Password = password;
    }

    public string? AppId { get; set; }

    public string? Password { get; set; }

    public Task<bool> IsValidAppIdAsync(string appId) => Task.FromResult(appId == AppId);

    public Task<string?> GetAppPasswordAsync(string appId) => Task.FromResult(appId == AppId ? Password : null);

    public Task<bool> IsAuthenticationDisabledAsync() => Task.FromResult(string.IsNullOrEmpty(AppId));
}

/// <summary>Puts what the other side wants to see on a request before it goes out.</summary>
public class ServiceClientCredentials
{
    public virtual Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Task.CompletedTask;
    }
}

/// <summary>The bot's app id and password, as data; tokens are fetched by the channel that sends.</summary>
public class MicrosoftAppCredentials(string? appId, string? password) : ServiceClientCredentials
{
    /// <summary>A bot without a registration, for tests and the local emulator.</summary>
    public static readonly MicrosoftAppCredentials Empty = new(null, null);

    public string? MicrosoftAppId { get; set; } = appId;

    public string? MicrosoftAppPassword { get; set; } = password;
}
