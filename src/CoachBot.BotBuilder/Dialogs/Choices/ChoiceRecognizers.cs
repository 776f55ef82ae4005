using CoachBot.BotBuilder.Dialogs.Recognizers;

namespace CoachBot.BotBuilder.Dialogs.Choices;

/// <summary>Finds choices by their words, else by ordinal ("the second"), else by number ("2").</summary>
public static class ChoiceRecognizers
{
    public static List<ModelResult<FoundChoice>> RecognizeChoices(
        string? utterance, IList<string> choices, FindChoicesOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return RecognizeChoices(utterance, ChoiceFactory.ToChoices(choices), options);
    }

    /// <summary>
    /// One way of finding only, so that "the first division book" is not also the first choice.
    /// Numbers outside the list are left out.
    /// </summary>
    public static List<ModelResult<FoundChoice>> RecognizeChoices(
        string? utterance, IList<Choice> list, FindChoicesOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(list);
        options ??= new FindChoicesOptions();
        var found = Find.FindChoices(utterance, list, options);
        if (found.Count == 0 && options.RecognizeOrdinals)
        {
            found = ByPlace(TextRecognizers.Ordinals(utterance, options.Locale), list);
        }

        if (found.Count == 0 && options.RecognizeNumbers)
        {
            found = ByPlace(TextRecognizers.Numbers(utterance, options.Locale), list);
        }

        return found;
    }

    private static List<ModelResult<FoundChoice>> ByPlace(IEnumerable<RecognizedText> recognized, IList<Choice> list)
    {
        var found = new List<ModelResult<FoundChoice>>();
        foreach (var text in recognized.OrderBy(text => text.Start))
        {
            if (text.Place(list.Count) is { } place && place >= 1 && place <= list.Count)
            {
                found.Add(new ModelResult<FoundChoice>
                {
                    Start = text.Start,
                    End = text.End,
                    Text = text.Text,
                    TypeName = "choice",
                    Resolution = new FoundChoice { Value = list[place - 1].Value, Index = place - 1, Score = 1 },
                });
            }
        }

        return found;
    }
}
