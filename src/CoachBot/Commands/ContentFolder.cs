namespace CoachBot.Commands;

/// <summary>Where the words, grammars and strategies lie: <c>Coach:ContentPath</c>, by default beside the program.</summary>
internal static class ContentFolder
{
    /// <exception cref="DirectoryNotFoundException">The configured folder does not exist.</exception>
    public static string Locate(IConfiguration configuration)
    {
        var path = configuration["Coach:ContentPath"] ?? Path.Combine(AppContext.BaseDirectory, "dialogs");
        return Directory.Exists(path)
            ? path
            : throw new DirectoryNotFoundException($"Coach:ContentPath names '{path}', and there is no such folder.");
    }
}
