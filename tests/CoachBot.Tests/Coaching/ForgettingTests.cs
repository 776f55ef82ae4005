using System.Text;
using Azure.Storage.Blobs;
using CoachBot.BotBuilder;
using CoachBot.Storage;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Coaching;

/// <summary>"Delete my data" on one device, and then every byte that is stored, searched for what was told on two.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class ForgettingTests(Azurite azurite)
{
    private static readonly string[] Told =
    [
        "apixaban", "quads", "quadriceps", "trashed", "28", "2:40", "intervals", "history", "consentedAt", "durationMin", "recover", "Berlin", "52",
    ];

    [Fact]
    public async Task Nothing_is_left_in_the_files_of_SQLite()
    {
        var folder = Directory.CreateTempSubdirectory("coachbot-forget");
        try
        {
            using (var storage = new SqliteStorage(Path.Combine(folder.FullName, "coach.db")))
            {
                await TellAndForgetAsync(storage, async () =>
                {
                    var bytes = await Task.WhenAll(folder.GetFiles().Select(file => ReadSharedAsync(file.FullName)));
                    return string.Concat(bytes.Select(Encoding.Latin1.GetString));
                });
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Nothing_is_left_in_the_blobs()
    {
        var container = azurite.NewContainer();
        await TellAndForgetAsync(new BlobStorage(container), () => ReadAllAsync(container));
    }

    private static async Task TellAndForgetAsync(IStorage storage, Func<Task<string>> everythingStored)
    {
        var (phone, laptop) = (new CoachChat { Storage = storage, ConversationId = "phone" }, new CoachChat { Storage = storage, ConversationId = "laptop" });
        await phone.SayAsync("I'm 52, I take apixaban");
        await phone.SayAsync("long run, 28 km in 2:40, effort 7. quads trashed, both. slept 6h badly, energy 2, stress 4");
        await laptop.SayAsync("6x1k intervals, 50 min, quads still trashed");
        Assert.Contains("apixaban", await everythingStored(), StringComparison.Ordinal);
        await phone.SayAsync("delete my data");

        await phone.SayAsync("yes");

        var left = await everythingStored();
        Assert.All(Told, word => Assert.DoesNotContain(word, left, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<byte[]> ReadSharedAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static async Task<string> ReadAllAsync(BlobContainerClient container)
    {
        var all = new StringBuilder();
        await foreach (var blob in container.GetBlobsAsync())
            all.Append(blob.Name).Append((await container.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content);
        return all.ToString();
    }
}
