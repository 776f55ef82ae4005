using System.Collections.Concurrent;
using System.Diagnostics;

namespace CoachBot.Tests.Support;

/// <summary>Processes that tests start. None outlives the test run, also when a test fails on its way to the end.</summary>
internal static class ChildProcess
{
    private static readonly ConcurrentDictionary<Process, bool> Running = new();

    static ChildProcess() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var process in Running.Keys)
            Kill(process);
    };

    public static Process Start(ProcessStartInfo start)
    {
        var process = Process.Start(start)!;
        Running[process] = true;
        return process;
    }

    /// <summary>Without a warning (SIGKILL), with what it started itself; one that ended already is fine too.</summary>
    public static void Kill(Process process)
    {
        Running.TryRemove(process, out _);
        try
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
        catch (InvalidOperationException)
        {
            // It ended, or was disposed of, before.
        }
    }
}
