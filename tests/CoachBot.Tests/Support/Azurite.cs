using System.Diagnostics;
using Azure.Storage.Blobs;

namespace CoachBot.Tests.Support;

/// <summary>A real Azure Storage emulator on a free port, for all tests of the collection.</summary>
public sealed class Azurite : IAsyncLifetime
{
    private const string Account = "coachbot";
    private static readonly string Key = Convert.ToBase64String(new byte[64]);
    private Process? _process;
    private int _containers;

    public string ConnectionString { get; private set; } = "";

    public Uri BlobEndpoint => new BlobServiceClient(ConnectionString).Uri;

    /// <summary>A container of its own for each caller; it does not exist yet.</summary>
    public BlobContainerClient NewContainer() =>
        new BlobServiceClient(ConnectionString).GetBlobContainerClient($"test-{Interlocked.Increment(ref _containers)}");

    public async Task InitializeAsync()
    {
        var script = NodeTests.Installed("azurite", "dist", "src", "blob", "main.js");
        _process = ChildProcess.Start(new ProcessStartInfo("node", [script, "--blobPort", "0", "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
            Environment = { ["AZURITE_ACCOUNTS"] = $"{Account}:{Key}" },
        });
        var address = await AddressAsync(_process.StandardOutput);
        _ = _process.StandardOutput.ReadToEndAsync();
        ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint={address}/{Account};";
    }

    public Task DisposeAsync()
    {
        if (_process is not null)
            ChildProcess.Kill(_process);
        _process?.Dispose();
        return Task.CompletedTask;
    }

    private static async Task<string> AddressAsync(StreamReader output)
    {
        const string before = "successfully listens on ";
        while (await output.ReadLineAsync() is { } line)
        {
            if (line.IndexOf(before, StringComparison.Ordinal) is >= 0 and var at)
                return line[(at + before.Length)..].Trim();
        }

        throw new InvalidOperationException("Azurite ended before it listened.");
    }
}

[CollectionDefinition(Name)]
public sealed class AzuriteCollection : ICollectionFixture<Azurite>
{
    public const string Name = "Azurite";
}
