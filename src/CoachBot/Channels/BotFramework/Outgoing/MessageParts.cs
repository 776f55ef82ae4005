using System.Text;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.Channels.BotFramework.Outgoing;

/// <summary>Divides a message that is too large for one call: the words first, then each card for itself.</summary>
internal static class MessageParts
{
    /// <summary>Teams takes about 100 KB and advises to stay below 80.</summary>
    public const int LimitBytes = 80 * 1024;

    /// <summary>The message itself when it is small enough. The last part keeps the buttons, and the first what it answers.</summary>
    public static IReadOnlyList<Activity> Of(Activity message, int limitBytes = LimitBytes)
    {
        if (message.Type != ActivityTypes.Message || ActivityJson.Write(message).Length <= limitBytes)
            return [message];

        var frame = Copy(message);
        (frame.Text, frame.Attachments, frame.SuggestedActions, frame.Speak) = (null, null, null, null);
        var room = Math.Max(limitBytes - ActivityJson.Write(frame).Length, limitBytes / 4);
        var parts = SplitText(message.Text ?? "", room).Select(text => With(frame, part => part.Text = text)).ToList();
        parts.AddRange((message.Attachments ?? []).Select(card => With(frame, part => part.Attachments = [card])));
        parts[^1].SuggestedActions = message.SuggestedActions;
        return parts;
    }

    /// <summary>Pieces whose JSON is no longer than the room, cut at the end of a paragraph, a line or a word where there is one.</summary>
    private static IEnumerable<string> SplitText(string text, int roomBytes)
    {
        var rest = text.AsMemory();
        while (rest.Length > 0)
        {
            var fits = LengthThatFits(rest.Span, roomBytes);
            var cut = fits == rest.Length ? fits : BreakBefore(rest.Span[..fits]);
            if (rest[..cut].ToString().Trim() is { Length: > 0 } piece)
                yield return piece;
            rest = rest[cut..];
        }
    }

    private static int LengthThatFits(ReadOnlySpan<char> text, int roomBytes)
    {
        var bytes = 0;
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            // JSON may write what is not ASCII, and some of what is, as six characters for each UTF-16 unit.
            bytes += rune.IsAscii && Rune.IsLetterOrDigit(rune) ? 1 : 6 * rune.Utf16SequenceLength;
            if (bytes > roomBytes && length > 0)
                break;
            length += rune.Utf16SequenceLength;
        }

        return length;
    }

    private static int BreakBefore(ReadOnlySpan<char> text)
    {
        foreach (var mark in (ReadOnlySpan<string>)["\n\n", "\n", " "])
        {
            var at = text.LastIndexOf(mark);
            if (at > text.Length / 2)
                return at + mark.Length;
        }

        return text.Length;
    }

    private static Activity With(Activity frame, Action<Activity> change)
    {
        var part = Copy(frame);
        change(part);
        return part;
    }

    private static Activity Copy(Activity activity) => ActivityJson.Parse(ActivityJson.Write(activity));
}
