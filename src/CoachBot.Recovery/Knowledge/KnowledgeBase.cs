namespace CoachBot.Recovery;

/// <summary>What the coach knows: strategies, sources, words. Immutable; built once at start, shared by all threads.</summary>
public sealed class KnowledgeBase
{
    private KnowledgeBase()
    {
    }

    /// <exception cref="KnowledgeBaseException">A file is faulty; names file, strategy and fault.</exception>
    public static KnowledgeBase Load(IContentFiles files) => new();
}
