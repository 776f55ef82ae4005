using CoachBot.BotBuilder.Schema;

namespace CoachBot.BotBuilder.Turns;

/// <summary>Puts what a reader keeps in the place of the files that an activity carries inside itself or points to.</summary>
public static class ReceivedFiles
{
    private const string DataScheme = "data:";
    private const int LongestName = 100;

    /// <summary>Files as <c>data:</c> addresses are read. Other addresses are refused unseen: fetching what a user names would reach whatever the host reaches.</summary>
    public static void ReadInto(Activity activity, IFileReader reader)
    {
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(reader);
        if (activity.Attachments is not { Count: > 0 } attachments)
            return;

        activity.Attachments = [.. attachments.Select(attachment => attachment.ContentUrl is { } address ? Named(Read(address, reader), attachment.Name) : attachment)];
    }

    /// <summary>With the name that the user's own client shows.</summary>
    public static Attachment Named(Attachment attachment, string? name)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        attachment.Name ??= name is { Length: > LongestName } ? name[..LongestName] : name;
        return attachment;
    }

    private static Attachment Read(string address, IFileReader reader)
    {
        var comma = address.IndexOf(',', StringComparison.Ordinal);
        if (!address.StartsWith(DataScheme, StringComparison.OrdinalIgnoreCase) || comma < 0)
            return reader.Refuse(FileRefusal.NotFetched);
        if (address.Length - comma > reader.LimitBytes / 3 * 4)
            return reader.Refuse(FileRefusal.TooLarge);

        var bytes = new byte[address.Length - comma];
        var isBase64 = address.AsSpan(0, comma).EndsWith(";base64", StringComparison.OrdinalIgnoreCase);
        return isBase64 && Convert.TryFromBase64Chars(address.AsSpan(comma + 1), bytes, out var length)
            ? reader.Read(bytes.AsMemory(0, length))
            : reader.Read(ReadOnlyMemory<byte>.Empty);
    }
}
