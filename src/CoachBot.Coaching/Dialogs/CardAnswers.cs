using CoachBot.BotBuilder.Schema;

namespace CoachBot.Coaching.Dialogs;

/// <summary>Buttons of cards: a form counts once, and its card then shows what was sent.</summary>
internal static class CardAnswers
{
    private const int CardsRemembered = 8;
    private const int Ok = 200;

    /// <summary>False when this very card was sent in before. The nonce tells, since a channel may repeat a press under a new id.</summary>
    public static bool TakeOnce(CoachTurn turn)
    {
        if (turn.Input.Form is not { } form || CheckInForm.IsEmpty(form) || RunnerInput.TextOf(form, "nonce") is not { Length: > 0 } nonce)
            return true;
        if (turn.Memory.UsedCards.Contains(nonce))
            return false;

        turn.Memory = turn.Memory with { UsedCards = [.. turn.Memory.UsedCards.TakeLast(CardsRemembered - 1), nonce] };
        return true;
    }

    /// <summary>The sent form in the place of the form; other cards stay as they are.</summary>
    public static AdaptiveCardInvokeResponse After(CoachTurn turn) => turn.Input.Form is { } form && !CheckInForm.IsEmpty(form)
        ? new AdaptiveCardInvokeResponse { StatusCode = Ok, Type = Cards.ContentType, Value = turn.Content.Cards.CheckInSent(turn.Voice, CheckInForm.Filled(form)).Content }
        : Text(turn.Voice.Say("card.read"));

    public static AdaptiveCardInvokeResponse Text(string text) =>
        new() { StatusCode = Ok, Type = "application/vnd.microsoft.activity.message", Value = text };
}
