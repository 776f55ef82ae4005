namespace CoachBot.Recovery.Safety.Text;

/// <summary>A phrase of list <paramref name="List"/>, found at tokens <paramref name="Start"/> (in) to <paramref name="End"/> (out).</summary>
internal readonly record struct Hit(int List, int Start, int End)
{
    public int Length => End - Start;

    /// <summary>Words between the two; 0 where they touch or overlap.</summary>
    public int DistanceTo(Hit other) => Math.Max(0, Math.Max(other.Start - End, Start - other.End));

    public bool Overlaps(Hit other) => Start < other.End && other.Start < End;

    public bool Covers(Hit other) => Start <= other.Start && other.End <= End;
}
