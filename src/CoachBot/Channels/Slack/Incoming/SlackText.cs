using System.Text.RegularExpressions;
using CoachBot.Channels.Slack.Blocks;

namespace CoachBot.Channels.Slack.Incoming;

/// <summary>What a person typed, from the text of a message: references by their labels, no escapes, without the coach's own name in front.</summary>
internal static partial class SlackText
{
    /// <param name="text">As Slack sends it.</param>
    /// <param name="botUser">The coach's user; null where Slack did not say, then the first one mentioned is it.</param>
    public static string WithoutMention(string text, string? botUser)
    {
        var mention = Mention().Matches(text).FirstOrDefault(match => botUser is null || match.Groups[1].Value == botUser);
        return Read(mention is null ? text : text.Remove(mention.Index, mention.Length));
    }

    public static string Read(string text) => Mrkdwn.Unescape(Reference().Replace(text, Label)).Replace('\u00a0', ' ').Trim();

    private static string Label(Match reference)
    {
        var (kind, target, label) = (reference.Groups[1].Value, reference.Groups[2].Value, reference.Groups[3].Value);
        if (label.Length > 0)
            return kind is "@" or "#" ? kind + label : label;
        return kind == "!" ? target : kind + target;
    }

    [GeneratedRegex(@"<@([A-Z0-9]+)(?:\|[^>]*)?>:?")]
    private static partial Regex Mention();

    [GeneratedRegex(@"<([@#!]|(?=[a-z][a-z+.-]*:))([^<>|]+)(?:\|([^<>]*))?>")]
    private static partial Regex Reference();
}
