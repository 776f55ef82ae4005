using CoachBot.BotBuilder.Schema;
using CoachBot.Coaching.History;
using CoachBot.Recovery;

namespace CoachBot.Coaching.Dialogs;

/// <summary>"My week" and "my month": the numbers in words, what may be said about them, and a picture where the channel shows one.</summary>
internal static class HistoryReplies
{
    private const string Terminal = "terminal";

    public static bool IsAsked(CoachTurn turn) => turn.Is("words.my-week") || turn.Is("words.my-month");

    public static string Answer(CoachTurn turn)
    {
        var today = DateOnly.FromDateTime(turn.Now.DateTime);
        var days = turn.Says("words.month") ? HistoryPeriod.Month : HistoryPeriod.Week;
        var period = HistoryPeriod.Of(turn.Runner.History, today, days, turn.Now.Offset);
        if (period.CheckIns == 0)
            return turn.Voice.Say(period.IsMonth ? "history.none-month" : "history.none");

        var voice = turn.Voice;
        var chart = HistoryChart.Of(period, voice);
        var summary = HistoryText.Summary(period, voice);
        var lines = HistoryText.Lines(period, voice).ToArray();
        var isShown = Show(turn, chart, string.Join("; ", lines.Prepend(summary)), days, today);
        var list = isShown ? null : string.Join('\n', lines.Select(line => $"- {line}"));
        var bars = turn.Activity.ChannelId == Terminal ? string.Join('\n', Sparkline.Lines(chart)) : null;
        var patterns = string.Join('\n', HistoryPatterns.Of(period, turn.Runner.History, turn.Now, voice));
        return Say.Paragraphs(summary, bars, list, patterns, turn.Asked is null && !period.IsMonth ? voice.Say("history.more") : null);
    }

    /// <summary>The picture says the same as its alternative text: day by day for a week, week by week for a month.</summary>
    private static bool Show(CoachTurn turn, HistoryChart chart, string alternative, int days, DateOnly today)
    {
        var picture = new HistoryPicture(
            turn.Activity.ChannelId ?? "", turn.Activity.From?.Id ?? "", days, today, (int)turn.Now.Offset.TotalMinutes, turn.Locale, turn.Runner.Units ?? Units.Metric);
        if (turn.Pictures?.LinkTo(picture, turn.Now) is not { } address)
            return false;

        turn.Attach(Cards.ShownIn(turn.Activity.ChannelId)
            ? turn.Content.Cards.History(address, alternative, turn.Voice)
            : new Attachment("image/png", address.OriginalString, name: alternative));
        return true;
    }
}
