using CoachBot.Coaching.Content;
using CoachBot.Coaching.Language;
using CoachBot.Coaching.WatchFiles;

namespace CoachBot.Coaching.Dialogs;

/// <summary>A file from the watch fills in the run, as if the runner had typed it; what they do type counts more.</summary>
internal static class WatchFileReplies
{
    /// <summary>Older sessions change nothing about today's plan.</summary>
    private const int OldestDays = 7;

    /// <summary>In front of the reply: what else the watch told, or, beside words that can be answered, why the file was no use.</summary>
    public static void Notice(CoachTurn turn)
    {
        if (turn.Input.File is not { } file)
            return;
        if (file.Session is null && turn.Text.Length > 0)
            turn.Preface(Explain(file.Problem, turn.Voice));
        else if (file.Session is { } session && DaysAgo(session, turn) <= OldestDays)
            turn.Preface(HeartRate(session, turn.Voice));
    }

    public static string Explain(WatchFileProblem? problem, Voice voice) => voice.Say(problem switch
    {
        WatchFileProblem.Unreadable => "file.unreadable",
        WatchFileProblem.NoSession => "file.no-session",
        WatchFileProblem.TooLarge => "file.too-large",
        WatchFileProblem.NotFetched => "file.not-fetched",
        _ => "unknown.file",
    });

    /// <summary>Null for a session that still matters.</summary>
    public static string? TooOld(CoachTurn turn) =>
        turn.Text.Length == 0 && DaysAgo(turn.Input.File!.Session!, turn) > OldestDays ? turn.Voice.Say("file.old") : null;

    /// <summary>No kind is guessed: distance and pace do not tell an easy run from a hard one. That it was no run, the file says.</summary>
    public static Understanding AddTo(Understanding said, CoachTurn turn)
    {
        if (turn.Input.File?.Session is not { } session || DaysAgo(session, turn) > OldestDays)
            return said;

        var saysAmount = (said.DistanceKm ?? said.DurationMin) is not null;
        return said with
        {
            Intent = said.Intent is Intent.Unknown or Intent.Answer ? Intent.CheckIn : said.Intent,
            RunType = said.RunType ?? (session.Sport == WatchSport.Other ? new Slot<RunType>(RunType.Cross, 0, 0) : null),
            DistanceKm = saysAmount ? said.DistanceKm : Slot(session.DistanceKm),
            DurationMin = saysAmount ? said.DurationMin : Slot(session.DurationMin),
            WhenDays = said.WhenDays ?? (session.StartedAt is null ? null : new Slot<int>(-DaysAgo(session, turn), 0, 0)),
        };
    }

    /// <summary>The message with the run of its file as a runner would write it.</summary>
    public static string InWords(CoachTurn turn)
    {
        if (turn.Input.File?.Session is not { } session || DaysAgo(session, turn) > OldestDays)
            return turn.Text;

        var amounts = Facts.New(new CheckInAnswers(), new CheckInAnswers { DistanceKm = session.DistanceKm, DurationMin = session.DurationMin }, turn.Voice);
        return string.Join(", ", amounts.Prepend(turn.Text).Where(part => part.Length > 0));
    }

    private static Slot<double>? Slot(double? value) => value is { } known ? new Slot<double>(known, 0, 0) : null;

    /// <summary>By the runner's calendar; a watch whose clock is ahead means today.</summary>
    private static int DaysAgo(WatchSession session, CoachTurn turn) =>
        session.StartedAt is { } start ? Math.Max(0, (turn.Now.Date - start.ToOffset(turn.Now.Offset).Date).Days) : 0;

    private static string HeartRate(WatchSession session, Voice voice) => session switch
    {
        { HeartRateBpm: { } mean, HighestHeartRateBpm: { } highest } => voice.Say("file.read-heart", ("mean", mean), ("highest", highest)),
        _ => voice.Say("file.read"),
    };
}
