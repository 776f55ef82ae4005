using CoachBot.Recovery;

namespace CoachBot.Coaching.Content;

/// <summary>A <c>dialogs/</c> folder on disk.</summary>
public sealed class ContentDirectory(string root) : IContentFiles
{
    public IReadOnlyList<string> List(string folder)
    {
        var path = Path.Combine(root, folder);
        if (!Directory.Exists(path))
            return [];

        return [.. Directory.EnumerateFiles(path).Select(file => $"{folder}/{Path.GetFileName(file)}").Order(StringComparer.Ordinal)];
    }

    public Stream Open(string path) => File.OpenRead(Path.Combine(root, path));
}
