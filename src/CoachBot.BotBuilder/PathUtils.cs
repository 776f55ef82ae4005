namespace CoachBot.BotBuilder;

public static class PathUtils
{
    /// <summary>A path written on any system, with the separator of this one.</summary>
    public static string NormalizePath(string ambiguousPath)
    {
        ArgumentNullException.ThrowIfNull(ambiguousPath);
        return ambiguousPath.Replace('\\', '/').Replace('/', Path.DirectorySeparatorChar);
    }
}
