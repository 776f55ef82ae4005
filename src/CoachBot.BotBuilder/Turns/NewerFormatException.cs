namespace CoachBot.BotBuilder.Turns;

/// <summary>A newer program wrote this document, and this one would lose what it cannot read: go back to the newer one.</summary>
public sealed class NewerFormatException(string message) : Exception(message);
