using System.Text;
using System.Text.RegularExpressions;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.Tests.Support;

/// <summary>
/// A conversation in a text file. "runner:" says something (or "joins", "sends {json}", "waits 20 h", "edits: …", "deletes a message", "is asked first"
/// in the morning, "travels to Europe/Lisbon"), "coach:" is one message in reply, with its buttons as [a] [b] and lines below it indented; "..." stands
/// for anything. Lines with # are remarks; "locale: de-DE", "channel: msteams", "group: yes", "zone: Europe/Madrid" and "met: no" above the first line
/// set the scene.
/// </summary>
internal sealed partial class TranscriptFile
{
    /// <summary>A reply to be written into the file, when the tests run with COACHBOT_TRANSCRIPTS=write. To be read then by a human.</summary>
    private const string Open = "?";

    private static readonly bool Records = Environment.GetEnvironmentVariable("COACHBOT_TRANSCRIPTS") == "write";

    private readonly string _path;
    private readonly string _head;
    private readonly List<(string Speaker, string Text)> _lines = [];
    private readonly Dictionary<string, string> _scene = new() { ["locale"] = "en-GB", ["channel"] = "webchat", ["group"] = "no", ["met"] = "yes", ["zone"] = "" };

    private TranscriptFile(string path)
    {
        _path = path;
        _head = string.Concat(File.ReadLines(path).TakeWhile(line => !line.StartsWith("runner:", StringComparison.Ordinal) && line.Length > 0).Select(line => $"{line}\n"));
    }

    public static TranscriptFile Read(string path)
    {
        var transcript = new TranscriptFile(path);
        foreach (var line in File.ReadLines(path).Where(line => !line.StartsWith('#') && !string.IsNullOrWhiteSpace(line)))
            transcript.Add(line);
        return transcript;
    }

    /// <summary>Plays it to the end; the first difference fails, with the conversation so far as it really went.</summary>
    public async Task PlayAsync()
    {
        var chat = new CoachChat { Locale = _scene["locale"], Channel = _scene["channel"], IsGroup = _scene["group"] == "yes", HaveMet = _scene["met"] == "yes", Zone = _scene["zone"] is { Length: > 0 } zone ? zone : null };
        var played = new StringBuilder();
        var replies = new Queue<Activity>();
        foreach (var (speaker, text) in _lines)
        {
            played.Append(speaker).Append(": ").AppendLine(text.Replace("\n", "\n  ", StringComparison.Ordinal));
            if (speaker == "runner")
            {
                Assert.True(replies.Count == 0, $"The coach also said:\n{string.Join('\n', replies.Select(Show))}\n\n{played}");
                replies = new Queue<Activity>(await ActAsync(chat, text));
                continue;
            }

            Assert.True(replies.Count > 0, $"The coach said nothing more.\n\n{played}");
            var said = Show(replies.Dequeue());
            if (text == Open && Records)
            {
                played.Length -= Open.Length + Environment.NewLine.Length;
                played.AppendLine(said.Replace("\n\n", "\n", StringComparison.Ordinal).Replace("\n", "\n  ", StringComparison.Ordinal));
                continue;
            }

            Assert.True(Matches(text, said), $"Expected:\n{text}\n\nbut the coach said:\n{said}\n\nin:\n{played}");
        }

        Assert.True(replies.Count == 0, $"The coach also said:\n{string.Join('\n', replies.Select(Show))}\n\n{played}");
        if (Records && _lines.Contains(("coach", Open)))
            await File.WriteAllTextAsync(_path, $"{_head}\n{played}");
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

        if (text.StartsWith("edits: ", StringComparison.Ordinal))
            return await chat.SendAsync(new Activity(ActivityTypes.MessageUpdate) { Text = text["edits: ".Length..] });
        if (text == "deletes a message")
            return await chat.SendAsync(new Activity(ActivityTypes.MessageDelete));
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
