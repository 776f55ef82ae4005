namespace CoachBot.Channels.BotFramework.Incoming;

/// <summary>The keys of the two families of issuers, fetched once before the first call needs them.</summary>
internal sealed class IssuerKeys : BackgroundService
{
    private readonly SigningKeys _channels;
    private readonly SigningKeys _entra;

    public IssuerKeys(BotFrameworkOptions options, IHttpClientFactory http, TimeProvider time, ILogger<SigningKeys> log)
    {
        _channels = new SigningKeys(options.Cloud.OpenIdMetadata, http, time, log);
        _entra = new SigningKeys(new Uri($"{options.Cloud.Login}/common/v2.0/.well-known/openid-configuration"), http, time, log);
    }

    /// <summary>Whether the tokens of channels can be judged.</summary>
    public bool IsReady => _channels.IsReady;

    public SigningKeys Of(TokenFamily family) => family is TokenFamily.Channel ? _channels : _entra;

    public override void Dispose()
    {
        _channels.Dispose();
        _entra.Dispose();
        base.Dispose();
    }

    // When this fails it is logged, readiness says so, and the first token tries again.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => _channels.FetchWhenDueAsync(stoppingToken);
}
