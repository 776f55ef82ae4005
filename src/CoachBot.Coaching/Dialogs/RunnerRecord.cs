using System.Text.Json.Serialization;
using CoachBot.Coaching.Reminders;
using CoachBot.Recovery;
using CoachBot.Recovery.Safety;

namespace CoachBot.Coaching.Dialogs;

/// <summary>All that is kept about one runner, over all conversations. Plain JSON; "delete my data" removes it whole.</summary>
public sealed record RunnerRecord
{
    /// <summary>When the runner agreed that what they tell is kept. Null: not yet, and nothing of it is.</summary>
    public DateTimeOffset? ConsentedAt { get; init; }

    /// <summary>The last day (UTC) they wrote; what is kept of a runner who stays away goes after a time.</summary>
    public DateOnly? SeenOn { get; init; }

    /// <summary>Questions of the first meeting that were answered or passed over; none is asked twice.</summary>
    public IReadOnlyList<string> Met { get; init; } = [];

    /// <summary>The conversations with this runner, as "channel/id": deleting reaches all of them.</summary>
    public IReadOnlyList<string> Conversations { get; init; } = [];

    /// <summary>IANA id, where the channel does not tell it and the runner did.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The language the runner chose; null while it follows the channel and what they write.</summary>
    public string? Language { get; init; }

    /// <summary>Null until said; the first miles a runner writes decide it.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<Units>))]
    public Units? Units { get; init; }

    public double? BodyMassKg { get; init; }

    /// <summary>Said by a grown-up; under 18 only that is kept.</summary>
    public int? AgeYears { get; init; }

    /// <summary>The lower end of the age band told, 18 or 50.</summary>
    public int? AgeFrom { get; init; }

    /// <summary>"vegan" or "vegetarian".</summary>
    public string? Diet { get; init; }

    /// <summary>What the runner has not or does not want: left out of every plan.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Amounts for a body weight were offered; once is enough.</summary>
    public bool WeightOffered { get; init; }

    /// <summary>Weight is never asked for or used, because of a sign about eating (evidence C15).</summary>
    public bool NoWeight { get; init; }

    /// <summary>Said to be under 18, and whether a guardian agrees (evidence C18).</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<Guardian>))]
    public Guardian Guardian { get; init; }

    /// <summary>Conditions that were told, by their names in the check-in document.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>Medicines in the runner's own words; an unknown one makes plans more careful, not less.</summary>
    public IReadOnlyList<string> Medicines { get; init; } = [];

    /// <summary>Conditions and medicines were asked about and there are none; without that they are unknown.</summary>
    public bool NoConditions { get; init; }

    public SafetyLock? Lock { get; init; }

    /// <summary>The check-ins of the last 60 days, oldest first.</summary>
    public IReadOnlyList<CheckInEntry> History { get; init; } = [];

    /// <summary>The last check-in as it was told, so that an answer can be changed after the plan.</summary>
    public FinishedCheckIn? Last { get; init; }

    /// <summary>The morning check-in; null where the runner never asked for one.</summary>
    public Reminder? Reminder { get; init; }

    /// <summary>What may be kept without consent: preferences, and what protects the runner until it is settled.</summary>
    public RunnerRecord BeforeConsent() => new() { Language = Language, Units = Units, Guardian = Guardian, Lock = Lock, NoWeight = NoWeight };
}

public enum Guardian
{
    NotNeeded,
    Noticed,
    Asked,
    Agrees,
    Refuses,
}

public sealed record FinishedCheckIn(DateTimeOffset At, CheckInAnswers Answers);

/// <summary>One day's answers as they are kept: numbers and the kind of session, never what was typed.</summary>
public sealed record CheckInEntry(DateTimeOffset At)
{
    /// <summary>Something was answered; a red-flag day alone is kept too.</summary>
    [JsonIgnore]
    public bool IsCheckIn => Kind is not null || (Rpe ?? Soreness ?? SleepHours ?? SleepQuality ?? Energy ?? Stress) is not null;

    [JsonConverter(typeof(JsonStringEnumConverter<Band>))]
    public Band? Band { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<SessionKind>))]
    public SessionKind? Kind { get; init; }

    public double? DistanceKm { get; init; }

    public double? DurationMin { get; init; }

    public DateTimeOffset? RunEndedAt { get; init; }

    public double? Rpe { get; init; }

    public double? Soreness { get; init; }

    public double? SleepHours { get; init; }

    public int? SleepQuality { get; init; }

    public int? Energy { get; init; }

    public int? Stress { get; init; }
}
