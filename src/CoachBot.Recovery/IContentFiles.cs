namespace CoachBot.Recovery;

/// <summary>The files below <c>dialogs/</c>, wherever they lie. Paths use '/' and are relative to that folder.</summary>
public interface IContentFiles
{
    /// <summary>The files straight in <paramref name="folder"/>, in ordinal order; empty where there is no such folder.</summary>
    IReadOnlyList<string> List(string folder);

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    Stream Open(string path);
}
