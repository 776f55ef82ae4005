namespace CoachBot.BotBuilder.Dialogs;

/// <summary>Makes questions from their keys. Put one into the turn's <c>TurnState</c>.</summary>
public interface IPromptRenderer
{
    /// <summary>Prompt, retry prompt, choices and style, in the language of the turn. Called several times in one turn.</summary>
    PromptOptions Render(ITurnContext turnContext, string key, IDictionary<string, string> arguments);
}
