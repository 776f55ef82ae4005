namespace CoachBot.Coaching.Reminders;

/// <summary>The same number for the same text in every process and version: FNV-1a, 32 bits.</summary>
public static class StableHash
{
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    /// <param name="use">What the number is for, so that two uses of one text have nothing to do with each other.</param>
    /// <param name="text">The text.</param>
    public static uint Of(string use, string text)
    {
        var hash = Basis;
        foreach (var letter in use)
            hash = (hash ^ letter) * Prime;
        foreach (var letter in text)
            hash = (hash ^ letter) * Prime;

        // The last letters reach the upper bits only; this spreads them.
        hash ^= hash >> 16;
        hash *= 0x7feb352d;
        return hash ^ (hash >> 15);
    }
}
