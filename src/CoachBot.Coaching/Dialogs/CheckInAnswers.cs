using System.Text.Json.Serialization;
using CoachBot.Recovery;

namespace CoachBot.Coaching.Dialogs;

/// <summary>What is known so far in one check-in. Null is not said; a skipped question stays unknown and is never taken for "fine".</summary>
public sealed record CheckInAnswers
{
    /// <summary>The time of the finished check-in that these answers correct; null for a new one.</summary>
    public DateTimeOffset? Corrects { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<SessionKind>))]
    public SessionKind? Kind { get; init; }

    public double? DistanceKm { get; init; }

    public double? DurationMin { get; init; }

    public double? PaceSPerKm { get; init; }

    /// <summary>When the run was: 0 today, 1 yesterday; null where no day was named.</summary>
    public int? DaysAgo { get; init; }

    /// <summary>Effort, 0–10.</summary>
    public double? Rpe { get; init; }

    /// <summary>Overall, 0–10.</summary>
    public double? Soreness { get; init; }

    public IReadOnlyList<SoreSite> Sites { get; init; } = [];

    public double? SleepHours { get; init; }

    /// <summary>1–5, 5 good; energy and stress likewise.</summary>
    public int? SleepQuality { get; init; }

    public int? Energy { get; init; }

    public int? Stress { get; init; }

    public double? BodyMassKg { get; init; }

    public double? MassBeforeKg { get; init; }

    public double? MassAfterKg { get; init; }

    public double? TemperatureC { get; init; }

    public int? RestingHrBpm { get; init; }

    /// <summary>Days to the next hard session or race; 0 where none is planned.</summary>
    public int? NextInDays { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<SessionKind>))]
    public SessionKind? NextKind { get; init; }

    /// <summary>Signs of illness in the runner's words; empty where there are none, null where nobody asked.</summary>
    public IReadOnlyList<string>? Illness { get; init; }

    /// <summary>"I only have ten minutes": the plan keeps to them.</summary>
    public double? MinutesAvailable { get; init; }

    /// <summary>"I'll run anyway": what the runner decided against the coach.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<Band>))]
    public Band? ChosenBand { get; init; }

    /// <summary>Names of the questions the runner passed over.</summary>
    public IReadOnlyList<string> Skipped { get; init; } = [];

    /// <summary>Names of the questions asked so far, in order, for "back".</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>What the runner typed, in order: the planner's safety gate and its question answering read it.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>There was a session, so its length and effort matter.</summary>
    public bool HasRun => Kind is not (null or SessionKind.Rest) || Kind is null && (DistanceKm ?? DurationMin) is not null;

    /// <summary>Minutes, said or following from distance and pace.</summary>
    public double? Minutes => DurationMin ?? (DistanceKm is { } km && PaceSPerKm is { } pace ? Math.Round(km * pace / 60) : null);

    public CheckInAnswers Note(string text) => string.IsNullOrWhiteSpace(text) ? this : this with { Notes = [.. Notes, text] };

    public CheckInAnswers Skip(string question) => Skipped.Contains(question) ? this : this with { Skipped = [.. Skipped, question] };

    public CheckInAnswers Ask(string question) => this with { Asked = [.. Asked.Where(name => name != question), question] };

    /// <summary>All sore places are spread through a muscle, or in one spot.</summary>
    public CheckInAnswers WithSpread(bool spread) => this with { Sites = [.. Sites.Select(site => site with { Spread = spread })] };
}
