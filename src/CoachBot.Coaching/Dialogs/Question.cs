using CoachBot.Coaching.Language;

namespace CoachBot.Coaching.Dialogs;

/// <summary>Something the coach asks. Its words are under <c>ask.{Name}</c>, <c>expect.{Name}</c> and <c>why.{Name}</c>.</summary>
/// <param name="Name">Also the name of the waterfall step, so it must not change while conversations are under way.</param>
/// <param name="Step">How a bare number in the answer is read.</param>
internal sealed record Question(string Name, DialogStep Step)
{
    private static readonly int[] OneToFive = [1, 2, 3, 4, 5];

    public static readonly Question Run = new("run", DialogStep.Run);
    public static readonly Question Amount = new("amount", DialogStep.Run);
    public static readonly Question Effort = new("effort", DialogStep.Effort) { Scale = [2, 4, 6, 8, 10] };
    public static readonly Question Soreness = new("soreness", DialogStep.Soreness) { Scale = [0, 2, 4, 6, 8] };
    public static readonly Question Site = new("site", DialogStep.Site);
    public static readonly Question Spot = new("spot", DialogStep.Site);
    public static readonly Question Sleep = new("sleep", DialogStep.Sleep);
    public static readonly Question SleepQuality = new("sleep-quality", DialogStep.SleepQuality) { Scale = OneToFive };
    public static readonly Question Energy = new("energy", DialogStep.Energy) { Scale = OneToFive };
    public static readonly Question Stress = new("stress", DialogStep.Stress) { Scale = OneToFive };

    public static readonly Question Next = new("next", DialogStep.Next);
    public static readonly Question Illness = new("illness", DialogStep.Confirm);

    /// <summary>In the order they are asked: what bears on safety first (evidence B2), and the two extras that only some check-ins need last.</summary>
    public static readonly IReadOnlyList<Question> CheckIn = [Run, Amount, Effort, Soreness, Site, Spot, Sleep, SleepQuality, Energy, Stress, Next, Illness];

    public static readonly Question Consent = new("consent", DialogStep.Confirm);
    public static readonly Question Setup = new("setup", DialogStep.Any);
    public static readonly Question Age = new("age", DialogStep.Any);
    public static readonly Question Mass = new("mass", DialogStep.Mass);
    public static readonly Question Health = new("health", DialogStep.Any);
    public static readonly Question Morning = new("morning", DialogStep.Reminder);

    /// <summary>What is asked once in a runner's life with the coach, after consent and before the first check-in.</summary>
    public static readonly IReadOnlyList<Question> FirstMeeting = [Setup, Age, Mass, Health, Morning];

    public static readonly Question Delete = new("delete", DialogStep.Confirm);
    public static readonly Question Guardian = new("guardian", DialogStep.Confirm);
    public static readonly Question Language = new("language", DialogStep.Any);
    public static readonly Question Units = new("units", DialogStep.Any);

    public static readonly Question Reminder = new("reminder", DialogStep.Reminder);
    public static readonly Question Place = new("place", DialogStep.Any);

    private static readonly IReadOnlyList<Question> All = [.. CheckIn, Consent, .. FirstMeeting, Delete, Guardian, Language, Units, Reminder, Place];

    /// <summary>The steps shown as buttons, each with its word under <c>scale.{Name}</c>.</summary>
    public IReadOnlyList<int> Scale { get; init; } = [];

    public static Question? Find(string? name) => All.FirstOrDefault(question => question.Name == name);
}
