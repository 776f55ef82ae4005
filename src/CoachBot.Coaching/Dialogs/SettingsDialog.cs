using CoachBot.BotBuilder.Dialogs;
using CoachBot.Coaching.Content;
using CoachBot.Coaching.Language;
using CoachBot.Recovery;

namespace CoachBot.Coaching.Dialogs;

/// <summary>Language, units and "delete my data": asks where the runner did not say it all, then does it. Begun with the question's name.</summary>
internal sealed class SettingsDialog : ComponentDialog
{
    public const string Name = "settings";

    public SettingsDialog()
        : base(Name)
    {
        AddDialog(new WaterfallDialog("setting") { Version = "1" }.AddStep("ask", AskAsync).AddStep("apply", ApplyAsync));
        foreach (var question in new[] { Question.Delete, Question.Language, Question.Units })
            AddDialog(new QuestionPrompt(question));
    }

    /// <summary>The message settles this setting's own question; false for any other question.</summary>
    public static bool Answers(Question? question, CoachTurn turn) => question?.Name switch
    {
        "delete" => turn.Said.Intent is Intent.Yes or Intent.No || turn.Says("words.delete"),
        "language" => LanguageSaid(turn) is not null,
        "units" => UnitsSaid(turn) is not null,
        _ => false,
    };

    /// <summary>Says it and does it.</summary>
    public static void SetLanguage(CoachTurn turn, string language)
    {
        turn.Runner = turn.Runner with { Language = language };
        turn.Preface(turn.Voice.Say("language.done"));
    }

    public static void SetUnits(CoachTurn turn, Units units)
    {
        turn.Runner = turn.Runner with { Units = units };
        turn.Preface(turn.Voice.Say(units == Units.Imperial ? "units.mi" : "units.km"));
    }

    /// <summary>A language named in any of the five; null when none was.</summary>
    public static string? LanguageSaid(CoachTurn turn) => turn.Said.LanguageWanted ?? Cultures.Languages.FirstOrDefault(wanted =>
        Cultures.Languages.Any(spoken => WordList.Finds(turn.Text, turn.Content.Phrases.All(spoken, $"words.language.{wanted}"))));

    public static Units? UnitsSaid(CoachTurn turn) => turn.Said.UnitsWanted switch
    {
        UnitSystem.Imperial => Units.Imperial,
        UnitSystem.Metric => Units.Metric,
        _ => turn.Says("words.mi") ? Units.Imperial : turn.Says("words.km") ? Units.Metric : null,
    };

    private static Task<DialogTurnResult> AskAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var question = step.GetOptions<string>()!;
        step.Values["question"] = question;
        return step.PromptAsync(question, new PromptOptions(), cancellationToken);
    }

    private static async Task<DialogTurnResult> ApplyAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var turn = CoachTurn.Of(step.Context);
        var question = (string)step.Values["question"];
        if (question == Question.Delete.Name)
            Delete(turn);
        else if (question == Question.Language.Name && LanguageSaid(turn) is { } language)
            SetLanguage(turn, language);
        else if (question == Question.Units.Name && UnitsSaid(turn) is { } units)
            SetUnits(turn, units);
        else
            turn.Preface(turn.Voice.Say("acknowledged"));
        turn.Memory = turn.Memory with { Asked = null, Misses = 0 };
        if (turn.Forget)
            return await step.CancelAllDialogsAsync(cancelParents: true, cancellationToken: cancellationToken);
        return await step.EndDialogAsync(cancellationToken: cancellationToken);
    }

    /// <summary>Only a clear yes deletes.</summary>
    private static void Delete(CoachTurn turn)
    {
        turn.Forget = turn.Said.Intent != Intent.No && (turn.Said.Intent == Intent.Yes || turn.Says("words.delete"));
        turn.Preface(turn.Voice.Say(turn.Forget ? "delete.done" : "delete.kept"));
    }
}
