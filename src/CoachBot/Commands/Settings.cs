using CoachBot.Coaching.Content;
using CoachBot.Coaching.Language.Grammar;
using CoachBot.Recovery;

namespace CoachBot.Commands;

/// <summary>Settings on the command line, as standard .NET configuration has them: <c>--Key value</c> or <c>--Key=value</c>.</summary>
internal static class Settings
{
    /// <summary>Null when the words can be settings, else a sentence about the first that cannot.</summary>
    public static string? Refuse(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].StartsWith("--", StringComparison.Ordinal))
                return $"'{words[i]}' is no command and no setting; --help lists the commands.";
            if (!words[i].Contains('=', StringComparison.Ordinal) && ++i >= words.Count)
                return $"The setting '{words[^1]}' has no value.";
        }

        return null;
    }

    /// <summary>Faults in settings or content: their message is a sentence for the operator, and no bug.</summary>
    public static bool IsMistake(Exception e) =>
        e is SettingsException or ContentException or KnowledgeBaseException or GrammarException or DirectoryNotFoundException;

    /// <returns>The exit code.</returns>
    public static async Task<int> FailAsync(string sentence, int exitCode = 1)
    {
        await Console.Error.WriteLineAsync(sentence);
        return exitCode;
    }
}
