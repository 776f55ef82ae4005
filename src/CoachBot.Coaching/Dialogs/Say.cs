using CoachBot.Coaching.Content;
using CoachBot.Recovery;

namespace CoachBot.Coaching.Dialogs;

/// <summary>Sentences that are put together from several keys.</summary>
internal static class Say
{
    public static string Example(Voice voice) => voice.Say(voice.Units == Units.Imperial ? "example.imperial" : "example.metric");

    public static string Question(Question question, Voice voice) => question == Dialogs.Question.Run
        ? voice.Say("ask.run", ("example", Example(voice)))
        : voice.Say($"ask.{question.Name}");

    public static string Help(Voice voice) => $"{voice.Say("help.idle", ("example", Example(voice)))}\n\n{voice.Say("help.not-a-doctor")}";

    /// <summary>Paragraphs of one message.</summary>
    public static string Paragraphs(params ReadOnlySpan<string?> parts)
    {
        var said = new List<string>(parts.Length);
        foreach (var part in parts)
        {
            if (!string.IsNullOrEmpty(part))
                said.Add(part);
        }

        return string.Join("\n\n", said);
    }
}
