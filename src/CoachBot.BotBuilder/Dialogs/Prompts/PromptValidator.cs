namespace CoachBot.BotBuilder.Dialogs;

/// <summary>
/// Decides on an answer, also on one that was not recognised, and may put another value in its place. When it sends
/// something, the prompt does not ask again by itself.
/// </summary>
/// <returns>True to accept.</returns>
public delegate Task<bool> PromptValidator<T>(PromptValidatorContext<T> promptContext, CancellationToken cancellationToken);
