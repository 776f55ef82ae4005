using CoachBot.Recovery.Safety.Text;

namespace CoachBot.Recovery.Safety.Rules;

/// <summary>The lists that one thread reads texts with, kept so that a check allocates little.</summary>
internal sealed class Workspace
{
    private const int KeptTokens = 4096;

    [ThreadStatic]
    private static Workspace? _kept;

    private char[] _buffer = [];

    public List<Token> Tokens { get; } = [];

    public List<Hit> Hits { get; } = [];

    public HitIndex Signs { get; } = new();

    public HitIndex Markers { get; } = new();

    public static Workspace Rent()
    {
        var workspace = _kept ?? new Workspace();
        _kept = null;
        workspace.Tokens.Clear();
        workspace.Hits.Clear();
        return workspace;
    }

    /// <summary>Room for the folded text.</summary>
    public Span<char> Buffer(int length)
    {
        if (_buffer.Length < length)
            _buffer = new char[length];
        return _buffer;
    }

    /// <summary>One that a very long text has blown up is let go.</summary>
    public static void Return(Workspace workspace)
    {
        if (workspace.Tokens.Capacity <= KeptTokens)
            _kept = workspace;
    }
}
