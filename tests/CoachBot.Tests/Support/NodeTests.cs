using System.Diagnostics;

namespace CoachBot.Tests.Support;

/// <summary>The Node side of the tests, in <c>tests/CoachBot.Tests/node</c>.</summary>
internal static class NodeTests
{
    public static string Folder { get; } = Repository.PathOf("tests", "CoachBot.Tests", "node");

    /// <exception cref="InvalidOperationException">The packages are not installed.</exception>
    public static string Installed(params string[] path)
    {
        var file = Path.Combine([Folder, "node_modules", .. path]);
        return File.Exists(file) ? file : throw new InvalidOperationException($"Run 'npm ci --ignore-scripts' in {Folder} first: {file} is missing.");
    }

    /// <summary>What the script printed.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message holds what it said about that.</exception>
    public static async Task<string> RunAsync(string script, params string[] arguments)
    {
        Installed("ws", "package.json");
        using var process = ChildProcess.Start(new ProcessStartInfo("node", [script, .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{script} failed: {await errors}");
    }
}
