namespace CoachBot.Coaching.Language;

/// <summary>The kind of session told. A treadmill run keeps its own kind.</summary>
public enum RunType
{
    Easy, Long, Tempo, Intervals, Race, Hills, Recovery, Strength, Cross, Rest,
}
