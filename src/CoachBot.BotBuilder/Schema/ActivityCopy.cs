namespace CoachBot.BotBuilder.Schema;

public partial class Activity
{
    /// <summary>
    /// A copy to address and send. Sending fills in the parties and the id; what a dialog keeps of a prompt must not
    /// get those.
    /// </summary>
    internal Activity Copy()
    {
        var copy = (Activity)MemberwiseClone();
        copy.Attachments = Attachments == null ? null : [.. Attachments];
        return copy;
    }
}
