namespace CoachBot.Coaching.Language;

/// <summary>What the runner wants. Answer: nothing but an answer to the step asked; CheckIn: told without being asked.</summary>
public enum Intent
{
    Unknown, CheckIn, Plan, Question, Why, Change, History, SetReminder, StopReminder, WhenReminder, Settings, Language, Units,
    Export, Delete, Help, Cancel, Back, Skip, Restart, Yes, No, Greeting, Thanks, Same, Answer,
}
