using BenchmarkDotNet.Attributes;
using CoachBot.Coaching.Content;
using CoachBot.Recovery.Safety;

namespace CoachBot.Benchmarks;

/// <summary>One check of a 300-character message should take less than 50 µs.</summary>
[MemoryDiagnoser]
public class SafetyBenchmarks
{
    private const string Ordinary =
        "long run done, 28k in 2:40 with the club, felt strong until 20 then the quads started moaning on the hills but both the same. "
        + "drank about 600 ml, two gels, no stomach trouble. slept 7 hours, bit stressed at work this week, energy maybe 3 of 5. legs heavy "
        + "on the stairs now, calves ok, nothing sharp, no fever, appetite as always";

    private const string Grave =
        "long run done, 28k in 2:40 with the club, felt strong until 20 then my chest went really tight on the hills and i had to stop twice. "
        + "no dizziness or fainting. drank about 600 ml, two gels. slept 7 hours, bit stressed at work this week, energy maybe 3 of 5, legs "
        + "heavy on the stairs now, calves ok, nothing else to tell";

    private readonly SafetyGate _gate = SafetyGate.Load(new ContentDirectory(Path.Combine(AppContext.BaseDirectory, "dialogs")));

    [Benchmark]
    public SafetyAssessment OrdinaryMessage() => _gate.Assess(Ordinary[..300], "en-GB");

    [Benchmark]
    public SafetyAssessment GraveMessage() => _gate.Assess(Grave[..300], "en-GB");
}
