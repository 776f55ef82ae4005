using System.CommandLine;

namespace CoachBot.Commands;

/// <summary><c>chat</c>: the same bot over the same storage, in the terminal.</summary>
internal static class ChatCommand
{
    public static Command Create() => new("chat", "Talk to the coach in the terminal.");
}
