namespace CoachBot.Storage;

internal enum StorageProvider
{
    Sqlite,
    AzureBlobs,
    Memory,
}

/// <summary>The settings below <c>Storage</c>: where conversations and runners are kept.</summary>
internal sealed record StorageOptions(StorageProvider Provider, string Path, string? ConnectionString, Uri? AccountUrl)
{
    /// <summary>Several machines may serve from it.</summary>
    public bool IsShared => Provider is StorageProvider.AzureBlobs;

    /// <exception cref="SettingsException">A setting is missing or unusable; one sentence for the operator.</exception>
    public static StorageOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Storage");
        var provider = Provided(section["Provider"]);
        var connection = Given(section["ConnectionString"]);
        var account = Account(Given(section["AccountUrl"]));
        if (provider is StorageProvider.AzureBlobs && connection is null && account is null)
        {
            throw new SettingsException(
                "Storage:Provider is AzureBlobs, which needs Storage:ConnectionString or Storage:AccountUrl (https://NAME.blob.core.windows.net).");
        }

        return new StorageOptions(provider, Given(section["Path"]) ?? DefaultPath(provider), connection, account);
    }

    private static StorageProvider Provided(string? written)
    {
        if (string.IsNullOrWhiteSpace(written))
            return StorageProvider.Sqlite;

        return Enum.TryParse<StorageProvider>(written, ignoreCase: true, out var provider) && Enum.IsDefined(provider)
            ? provider
            : throw new SettingsException(
                $"Storage:Provider is '{written}'; it can be {string.Join(", ", Enum.GetNames<StorageProvider>())}.");
    }

    private static Uri? Account(string? written)
    {
        if (written is null)
            return null;

        return Uri.TryCreate(written, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
            ? uri
            : throw new SettingsException($"Storage:AccountUrl is '{written}'; it must be an address such as https://NAME.blob.core.windows.net.");
    }

    private static string DefaultPath(StorageProvider provider)
    {
        var folder = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        if (folder.Length == 0 && provider is StorageProvider.Sqlite)
            throw new SettingsException("There is no home folder to keep the database in; set Storage:Path to a file.");

        return System.IO.Path.Combine(folder, "CoachBot", "coachbot.db");
    }

    private static string? Given(string? written) => string.IsNullOrWhiteSpace(written) ? null : written;
}
