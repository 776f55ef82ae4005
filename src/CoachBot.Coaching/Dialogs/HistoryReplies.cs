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
        Show(turn, chart, summary, days, today);
        var bars = turn.Activity.ChannelId == Terminal ? string.Join('\n', Sparkline.Lines(chart)) : null;
        var lines = string.Join('\n', HistoryText.Lines(period, voice).Select(line => $"- {line}"));
        var patterns = string.Join('\n', HistoryPatterns.Of(period, turn.Runner.History, turn.Now, voice));
        return Say.Paragraphs(summary, bars, lines, patterns, turn.Asked is null && !period.IsMonth ? voice.Say("history.more") : null);
    }

    private static void Show(CoachTurn turn, HistoryChart chart, string summary, int days, DateOnly today)
    {
        var picture = new HistoryPicture(
            turn.Activity.ChannelId ?? "", turn.Activity.From?.Id ?? "", days, today, (int)turn.Now.Offset.TotalMinutes, turn.Locale, turn.Runner.Units ?? Units.Metric);
        if (turn.Pictures?.LinkTo(picture, turn.Now) is not { } address)
            return;

        turn.Attach(Cards.ShownIn(turn.Activity.ChannelId)
            ? turn.Content.Cards.History(chart.Title, address, summary, turn.Voice)
            : new Attachment("image/png", address.OriginalString, name: summary));
    }
}
