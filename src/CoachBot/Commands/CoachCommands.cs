using System.CommandLine;

namespace CoachBot.Commands;

/// <summary>The command line: <c>serve</c> when nothing is named.</summary>
internal static class CoachCommands
{
    public static RootCommand Create() => new("CoachBot: a recovery coach for runners.")
    {
        UnderstandCommand.Create(),
        SafetyCommand.Create(),
        PlanCommand.Create(),
    };
}
