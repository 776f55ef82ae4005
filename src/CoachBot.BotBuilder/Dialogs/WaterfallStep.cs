namespace CoachBot.BotBuilder.Dialogs;

/// <summary>Asks something, or goes on with the answer to what the step before asked.</summary>
public delegate Task<DialogTurnResult> WaterfallStep(WaterfallStepContext stepContext, CancellationToken cancellationToken);
