namespace CoachBot.Recovery.Safety.Text;

/// <summary>FNV-1a, letter by letter, so that all beginnings of a word are hashed in one pass.</summary>
internal static class LetterHash
{
    public const ulong Start = 14695981039346656037UL;

    public static ulong Add(ulong hash, char letter) => (hash ^ letter) * 1099511628211UL;

    public static ulong Of(ReadOnlySpan<char> word)
    {
        var hash = Start;
        foreach (var letter in word)
            hash = Add(hash, letter);
        return hash;
    }
}
