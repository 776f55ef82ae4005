using System.Text;
using System.Text.RegularExpressions;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.Tests.Support;

/// <summary>
/// A conversation in a text file. "runner:" says something (or "joins", "sends {json}", "waits 20 h", "is asked first" in the morning, "travels to Europe/Lisbon"), "coach:" is one message
/// in reply, with its buttons as [a] [b] and lines below it indented; "..." stands for anything. Lines with # are remarks;
/// "locale: de-DE", "channel: msteams" and "zone: Europe/Madrid" above the first line set the scene.
/// </summary>
internal sealed partial class TranscriptFile
{
    private readonly List<(string Speaker, string Text)> _lines = [];
    private readonly Dictionary<string, string> _scene = new() { ["locale"] = "en-GB", ["channel"] = "webchat", ["group"] = "no", ["zone"] = "" };

    private TranscriptFile()
    {
    }

    public static TranscriptFile Read(string path)
    {
        var transcript = new TranscriptFile();
        foreach (var line in File.ReadLines(path).Where(line => !line.StartsWith('#') && !string.IsNullOrWhiteSpace(line)))
            transcript.Add(line);
        return transcript;
    }

    /// <summary>Plays it to the end; the first difference fails, with the conversation so far as it really went.</summary>
    public async Task PlayAsync()
    {
        var chat = new CoachChat { Locale = _scene["locale"], Channel = _scene["channel"], IsGroup = _scene["group"] == "yes", Zone = _scene["zone"] is { Length: > 0 } zone ? zone : null };
        var played = new StringBuilder();
        var replies = new Queue<Activity>();
        foreach (var (speaker, text) in _lines)
        {
            played.Append(speaker).Append(": ").AppendLine(text);
            if (speaker == "runner")
            {
                Assert.True(replies.Count == 0, $"The coach also said:\n{string.Join('\n', replies.Select(Show))}\n\n{played}");
                replies = new Queue<Activity>(await ActAsync(chat, text));
                continue;
            }

            Assert.True(replies.Count > 0, $"The coach said nothing more.\n\n{played}");
            var said = Show(replies.Dequeue());
            Assert.True(Matches(text, said), $"Expected:\n{text}\n\nbut the coach said:\n{said}\n\nin:\n{played}");
        }

        Assert.True(replies.Count == 0, $"The coach also said:\n{string.Join('\n', replies.Select(Show))}\n\n{played}");
    }

    /// <summary>A message as a transcript shows it: text, then buttons, then whether there is a card.</summary>
    public static string Show(Activity reply)
    {
        var buttons = (reply.SuggestedActions?.Actions ?? []).Select(action => $"[{action.Title}]");
        var cards = (reply.Attachments ?? []).Select(_ => "(card)");
        return string.Join(' ', new[] { reply.Text }.Concat(buttons).Concat(cards).Where(part => !string.IsNullOrEmpty(part)));
    }

    private static async Task<IReadOnlyList<Activity>> ActAsync(CoachChat chat, string text)
    {
        if (text == "joins")
            return await chat.JoinAsync();
        if (text == "is asked first")
            return await chat.PromptAsync();
        if (text.StartsWith("travels to ", StringComparison.Ordinal))
        {
            chat.Zone = text["travels to ".Length..];
            return [];
        }

        if (text.StartsWith("sends {", StringComparison.Ordinal))
            return await chat.SubmitAsync(System.Text.Json.Nodes.JsonNode.Parse(text["sends ".Length..])!);
        if (Waits().Match(text) is { Success: true } wait)
        {
            chat.Time.Advance(TimeSpan.FromHours(int.Parse(wait.Groups[1].Value, null)));
            return [];
        }

        return await chat.SayAsync(text);
    }

    private static bool Matches(string expected, string said)
    {
        var pattern = string.Join(".*", Plain(expected).Split("...").Select(part => Regex.Escape(part.Trim()))).Replace(".*", @"\s*.*?\s*", StringComparison.Ordinal);
        return Regex.IsMatch(Plain(said), $"^{pattern}$", RegexOptions.Singleline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(2));
    }

    private static string Plain(string text) => Blanks().Replace(text, " ").Trim();

    private void Add(string line)
    {
        if (line.StartsWith("  ", StringComparison.Ordinal))
        {
            _lines[^1] = (_lines[^1].Speaker, $"{_lines[^1].Text}\n{line.Trim()}");
            return;
        }

        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var (name, text) = (line[..colon], line[(colon + 1)..].Trim());
        if (name is "runner" or "coach")
            _lines.Add((name, text));
        else
            _scene[name] = text;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^waits (\d+) h$")]
    private static partial Regex Waits();
}
