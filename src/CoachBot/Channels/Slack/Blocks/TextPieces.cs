namespace CoachBot.Channels.Slack.Blocks;

/// <summary>Divides a text that is too long for one section: at paragraphs, then lines, then words. Code stays code in every piece.</summary>
internal static class TextPieces
{
    private const string Fence = "```";

    public static IEnumerable<string> Of(string mrkdwn, int limit = Block.SectionLimit)
    {
        foreach (var (text, isCode) in Parts(mrkdwn))
        {
            var room = isCode ? limit - (2 * Fence.Length) - 2 : limit;
            foreach (var piece in Split(text, room))
                yield return isCode ? $"{Fence}\n{piece}\n{Fence}" : piece;
        }
    }

    /// <summary>Paragraphs, as many together as fit, and blocks of code.</summary>
    private static IEnumerable<(string Text, bool IsCode)> Parts(string mrkdwn)
    {
        var parts = mrkdwn.Split(Fence);
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Trim('\n') is { Length: > 0 } text && !string.IsNullOrWhiteSpace(text))
                yield return (text, i % 2 == 1);
        }
    }

    private static IEnumerable<string> Split(string text, int room)
    {
        var rest = text;
        while (rest.Length > room)
        {
            var cut = BreakBefore(rest, room);
            if (rest[..cut].TrimEnd() is { Length: > 0 } piece)
                yield return piece;
            rest = rest[cut..].TrimStart('\n', ' ');
        }

        if (rest.Length > 0)
            yield return rest;
    }

    private static int BreakBefore(string text, int room)
    {
        foreach (var mark in (ReadOnlySpan<string>)["\n\n", "\n", " "])
        {
            var at = text.LastIndexOf(mark, room - 1, StringComparison.Ordinal);
            if (at > room / 2)
                return at + (mark == " " ? 1 : 0);
        }

        return char.IsHighSurrogate(text[room - 1]) ? room - 1 : room;
    }
}
