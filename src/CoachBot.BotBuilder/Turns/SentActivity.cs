namespace CoachBot.BotBuilder.Turns;

/// <summary>A message that left: what the bot was told it is called, and what the channel calls it.</summary>
internal sealed record SentActivity(string Id, string ChannelsId);
