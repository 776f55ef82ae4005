namespace CoachBot.Coaching.Content;

/// <summary>The content folder cannot be used: which file, which key in it, in which language, and what is wrong.</summary>
public sealed class ContentException(string file, string? key, string? language, string fault, Exception? inner = null)
    : Exception(Describe(file, key, language, fault), inner)
{
    public string File { get; } = file;

    public string? Key { get; } = key;

    public string? Language { get; } = language;

    public string Fault { get; } = fault;

    private static string Describe(string file, string? key, string? language, string fault)
    {
        var place = key is null ? file : $"{file}, \"{key}\"";
        return language is null ? $"{place}: {fault}" : $"{place} ({language}): {fault}";
    }
}
