using Azure.Identity;
using Azure.Storage.Blobs;
using CoachBot.BotBuilder;

namespace CoachBot.Storage;

internal static class StorageRegistration
{
    /// <summary>The storage that <c>Storage:Provider</c> names.</summary>
    /// <exception cref="SettingsException">The settings are unusable; one sentence for the operator.</exception>
    public static IServiceCollection AddCoachStorage(this IServiceCollection services, IConfiguration configuration)
    {
        var options = StorageOptions.Read(configuration);
        return services.AddSingleton<IStorage>(_ => new GuardedStorage(Create(options)));
    }

    private static IListingStorage Create(StorageOptions options) => options.Provider switch
    {
        StorageProvider.Memory => new MemoryStorage(),
        StorageProvider.AzureBlobs => new BlobStorage(options.OpenBlobs(BlobOptions()).GetBlobContainerClient(BlobStorage.ContainerName)),
        _ => new SqliteStorage(options.Path),
    };

    /// <summary>The account that the settings name: by connection string, else by identity.</summary>
    public static BlobServiceClient OpenBlobs(this StorageOptions options, BlobClientOptions? clientOptions = null) =>
        options.ConnectionString is { } connection
            ? new BlobServiceClient(connection, clientOptions)
            : new BlobServiceClient(options.AccountUrl, new DefaultAzureCredential(), clientOptions);

    // Somebody waits for the turn: what does not come within seconds is better asked for again by the channel.
    private static BlobClientOptions BlobOptions() => new()
    {
        Retry =
        {
            MaxRetries = 3,
            Delay = TimeSpan.FromMilliseconds(200),
            MaxDelay = TimeSpan.FromSeconds(1),
            NetworkTimeout = TimeSpan.FromSeconds(5),
        },
    };
}
