namespace CoachBot.Coaching.Language;

/// <summary>The question that was just asked; it decides what a bare number means. Any: nothing was asked.</summary>
public enum DialogStep
{
    Any, Run, Effort, Soreness, Site, Sleep, SleepQuality, Energy, Stress, Mass, Hr, Next, Reminder, Confirm,
}
