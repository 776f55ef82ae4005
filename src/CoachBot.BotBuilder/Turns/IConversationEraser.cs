namespace CoachBot.BotBuilder.Turns;

/// <summary>In the turn state of every turn of the engine: forgets a conversation as a whole.</summary>
public interface IConversationEraser
{
    /// <summary>
    /// With this turn's commit the conversation's state, its log and its waiting messages go, the runner's last message
    /// included. What the bot says in this turn stays; ids stay too, so that a repeated activity is still known.
    /// </summary>
    void Erase();

    /// <summary>Another conversation of the same person goes as a whole too, soon after this turn's commit.</summary>
    void EraseOther(string channelId, string conversationId);

    /// <summary>What the runner wrote in this turn reaches clients that read along now; it is stored without its words.</summary>
    void Withhold();
}
