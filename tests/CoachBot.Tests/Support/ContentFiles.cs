using System.Text;
using CoachBot.Coaching.Content;
using CoachBot.Recovery;

namespace CoachBot.Tests.Support;

/// <summary>The product's own <c>dialogs/</c> folder, with single files replaced or taken away.</summary>
internal sealed class ContentFiles : IContentFiles
{
    private readonly ContentDirectory _folder = new(Path.Combine(AppContext.BaseDirectory, "dialogs"));
    private readonly Dictionary<string, string?> _changed = [];

    public string Read(string path)
    {
        using var reader = new StreamReader(Open(path));
        return reader.ReadToEnd();
    }

    public ContentFiles With(string path, string? text)
    {
        _changed[path] = text;
        return this;
    }

    public ContentFiles Edit(string path, string old, string replacement)
    {
        var text = Read(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        return With(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    public IReadOnlyList<string> List(string folder) => _folder.List(folder);

    public Stream Open(string path)
    {
        if (!_changed.TryGetValue(path, out var text))
            return _folder.Open(path);

        return text is null ? throw new FileNotFoundException(path) : new MemoryStream(Encoding.UTF8.GetBytes(text));
    }
}
