using System.CommandLine;

namespace CoachBot.Commands;

/// <summary>The command line: <c>serve</c> when nothing is named.</summary>
internal static class CoachCommands
{
    private const int WrongUsage = 2;

    public static RootCommand Create()
    {
        var root = new RootCommand("CoachBot: a recovery coach for runners.")
        {
            ServeCommand.Create(),
            ChatCommand.Create(),
            PlanCommand.Create(),
            UnderstandCommand.Create(),
            SafetyCommand.Create(),
            AskCommand.Create(),
            DoctorCommand.Create(),
            HealthCommand.Create(),
            PersonalDataCommands.CreateExport(),
            PersonalDataCommands.CreateForget(),
            OutboxCommand.Create(),
            ScheduleCommand.Create(),
        };
        ServeCommand.SetAction(root);
        return root;
    }

    /// <returns>The exit code: 2, and one line that says what and how, when the command line is wrong.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Create().Parse(args);

        // No time limit of its own on Ctrl+C and SIGTERM: the host ends what it has begun, within its own.
        if (parsed.Errors is not [var first, ..])
            return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });

        await Console.Error.WriteLineAsync($"{first.Message} See --help.");
        return WrongUsage;
    }
}
