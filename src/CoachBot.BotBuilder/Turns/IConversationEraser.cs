namespace CoachBot.BotBuilder.Turns;

/// <summary>In the turn state of every turn of the engine: forgets a conversation as a whole.</summary>
public interface IConversationEraser
{
    /// <summary>
    /// With this turn's commit the conversation's state, its log and its waiting messages go, the runner's last message
    /// included. What the bot says in this turn stays; ids stay too, so that a repeated activity is still known.
    /// </summary>
    void Erase();
}
