using CoachBot.Storage;
using Microsoft.Extensions.Configuration;

namespace CoachBot.Tests.Storage;

public sealed class StorageOptionsTests
{
    [Fact]
    public void With_nothing_set_it_is_one_file_in_the_users_data()
    {
        var options = Read();

        Assert.Equal(StorageProvider.Sqlite, options.Provider);
        Assert.EndsWith(Path.Combine("CoachBot", "coachbot.db"), options.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Storage:Provider", "Floppy", "Storage:Provider is 'Floppy'; it can be Sqlite, AzureBlobs, Memory.")]
    [InlineData("Storage:Provider", "7", "Storage:Provider is '7'; it can be Sqlite, AzureBlobs, Memory.")]
    [InlineData("Storage:Provider", "AzureBlobs",
        "Storage:Provider is AzureBlobs, which needs Storage:ConnectionString or Storage:AccountUrl (https://NAME.blob.core.windows.net).")]
    [InlineData("Storage:AccountUrl", "mystorage",
        "Storage:AccountUrl is 'mystorage'; it must be an address such as https://NAME.blob.core.windows.net.")]
    public void What_is_missing_or_wrong_is_said_in_one_sentence(string key, string value, string sentence)
    {
        var error = Assert.Throws<SettingsException>(() => Read((key, value)));

        Assert.Equal(sentence, error.Message);
    }

    private static StorageOptions Read(params (string Key, string Value)[] settings) => StorageOptions.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build());
}
