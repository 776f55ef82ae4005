using System.CommandLine;

namespace CoachBot.Commands;

/// <summary>The command line: <c>serve</c> when nothing is named.</summary>
internal static class CoachCommands
{
    public static RootCommand Create()
    {
        var root = new RootCommand("CoachBot: a recovery coach for runners.")
        {
            ServeCommand.Create(),
            ChatCommand.Create(),
            PlanCommand.Create(),
            UnderstandCommand.Create(),
            SafetyCommand.Create(),
        };
        ServeCommand.SetAction(root);
        return root;
    }
}
