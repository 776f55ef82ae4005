namespace CoachBot.Recovery;

/// <summary>What one answer is about, for a search.</summary>
/// <param name="Strategy">The name of the strategy it belongs to.</param>
/// <param name="Words">Words that ask for it, without accents and often without endings.</param>
public sealed record AnswerTopic(string Id, string Strategy, IReadOnlyList<string> Words, string Text);
