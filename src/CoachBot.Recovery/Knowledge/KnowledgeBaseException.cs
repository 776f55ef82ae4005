namespace CoachBot.Recovery;

/// <summary>The content cannot be used: which file, which strategy in it, what is wrong.</summary>
public sealed class KnowledgeBaseException(string file, string? entry, string fault, Exception? inner = null)
    : Exception(entry is null ? $"{file}: {fault}" : $"{file}, {entry}: {fault}", inner)
{
    public string File { get; } = file;

    /// <summary>The strategy, answer or key in question.</summary>
    public string? Entry { get; } = entry;
}
