using System.CommandLine;
using CoachBot.Commands;

// No time limit of its own on Ctrl+C and SIGTERM: the host ends what it has begun, within its own.
return await CoachCommands.Create().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
