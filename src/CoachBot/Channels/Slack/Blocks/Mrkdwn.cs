using System.Text;

namespace CoachBot.Channels.Slack.Blocks;

/// <summary>Slack's markup, which looks like Markdown and is not: <c>*bold*</c>, <c>_it_</c>, <c>&lt;url|text&gt;</c>.</summary>
internal static class Mrkdwn
{
    private const string Fence = "```";

    public static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    public static string Unescape(string text) =>
        text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    /// <summary>From the Markdown of a reply: paragraphs, points, headings, emphasis, code and links.</summary>
    public static string FromMarkdown(string markdown)
    {
        var result = new StringBuilder(markdown.Length + 16);
        var inCode = false;
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            if (result.Length > 0)
                result.Append('\n');
            if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                inCode = !inCode;
                result.Append(Fence);
            }
            else if (inCode)
            {
                result.Append(Escape(line));
            }
            else
            {
                AppendLine(result, line);
            }
        }

        return result.ToString();
    }

    private static void AppendLine(StringBuilder result, string line)
    {
        var text = line.TrimStart();
        result.Append(line.AsSpan(0, line.Length - text.Length));
        if (text.StartsWith("- ", StringComparison.Ordinal) || text.StartsWith("* ", StringComparison.Ordinal))
        {
            result.Append("• ");
            AppendInline(result, text[2..]);
        }
        else if (text.StartsWith('#') && text.TrimStart('#') is ['\u0020', .. var heading])
        {
            result.Append('*');
            AppendInline(result, heading.Trim());
            result.Append('*');
        }
        else
        {
            AppendInline(result, text);
        }
    }

    private static void AppendInline(StringBuilder result, string text)
    {
        for (var i = 0; i < text.Length;)
            i = AppendNext(result, text, i);
    }

    /// <returns>Where it goes on.</returns>
    private static int AppendNext(StringBuilder result, string text, int i)
    {
        var rest = text.AsSpan(i);
        if (rest is ['\\', var literal, ..] && char.IsAsciiLetterOrDigit(literal) is false && literal != ' ')
        {
            result.Append(Escape(literal.ToString()));
            return i + 2;
        }

        if (rest[0] == '`' && Closing(text, i, "`") is { } code)
        {
            result.Append('`').Append(Escape(text[(i + 1)..code])).Append('`');
            return code + 1;
        }

        if (rest[0] == '[' && Link(text, i) is var (label, url, end))
        {
            result.Append('<').Append(Escape(url)).Append('|').Append(Escape(label).Replace('|', '/')).Append('>');
            return end;
        }

        foreach (var (mark, slack) in Marks)
        {
            if (rest.StartsWith(mark, StringComparison.Ordinal) && Opens(text, i, mark) && Closing(text, i, mark) is { } close)
            {
                result.Append(slack);
                AppendInline(result, text[(i + mark.Length)..close]);
                result.Append(slack);
                return close + mark.Length;
            }
        }

        result.Append(Escape(text[i].ToString()));
        return i + 1;
    }

    private static readonly (string Mark, char Slack)[] Marks = [("**", '*'), ("__", '*'), ("~~", '~'), ("*", '_'), ("_", '_')];

    /// <summary>Emphasis begins at a word, and an underline inside one is a letter of it.</summary>
    private static bool Opens(string text, int i, string mark) =>
        i + mark.Length < text.Length && !char.IsWhiteSpace(text[i + mark.Length]) && (mark[0] != '_' || i == 0 || !char.IsLetterOrDigit(text[i - 1]));

    private static int? Closing(string text, int i, string mark)
    {
        var at = text.IndexOf(mark, i + mark.Length, StringComparison.Ordinal);
        return at > i + mark.Length && !char.IsWhiteSpace(text[at - 1]) ? at : null;
    }

    private static (string Label, string Url, int End)? Link(string text, int i)
    {
        var middle = text.IndexOf("](", i, StringComparison.Ordinal);
        var end = middle < 0 ? -1 : text.IndexOf(')', middle);
        if (end < 0 || !Uri.TryCreate(text[(middle + 2)..end], UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http" or "mailto"))
            return null;
        return (text[(i + 1)..middle], text[(middle + 2)..end], end + 1);
    }
}
