using System.Text.RegularExpressions;

namespace CoachBot.Coaching.Dialogs;

/// <summary>A kind word for what cannot be read as it is.</summary>
internal static partial class Unreadable
{
    /// <summary>The reason why there is nothing to understand; null when there are words or numbers.</summary>
    public static string? Reason(CoachTurn turn) => turn.Input switch
    {
        { Form: { } form } when CheckInForm.IsEmpty(form) => turn.Voice.Say("form.empty"),
        { Command: not null } or { Form: not null } => null,
        { IsEmpty: true } => turn.Voice.Say("unknown.empty"),
        { HasFiles: true } => turn.Voice.Say("unknown.file"),
        { IsCard: true } => turn.Voice.Say("unknown.card"),
        { IsLong: true } => turn.Voice.Say("unknown.long"),
        { IsEmojiOnly: true } => turn.Voice.Say("unknown.emoji"),
        { IsOtherScript: true } => turn.Voice.Say("unknown.script"),
        _ => null,
    };

    /// <summary>Words that say nothing to the coach while nothing was asked.</summary>
    public static string OutOfContext(CoachTurn turn) => BareNumber().IsMatch(turn.Text)
        ? turn.Voice.Say("unknown.number", ("number", turn.Text))
        : turn.Voice.Say("unknown.idle");

    [GeneratedRegex(@"^\d{1,6}([.,:]\d{1,3})?$")]
    private static partial Regex BareNumber();
}
