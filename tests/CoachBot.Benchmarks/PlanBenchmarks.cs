using System.Text;
using BenchmarkDotNet.Attributes;
using CoachBot.Coaching.Content;
using CoachBot.Recovery;
using CoachBot.Recovery.Safety;

namespace CoachBot.Benchmarks;

/// <summary>One plan should take less than 100 µs.</summary>
[MemoryDiagnoser]
public class PlanBenchmarks
{
    private const string LongRun = """
        {"now":"2026-11-22T11:00:00Z","runner":{"ageYears":41,"bodyMassKg":70,"conditions":["raynauds"],"equipment":["bath"]},
         "training":{"phase":"build","longestRunLast30DaysKm":27,"next":{"at":"2026-11-24T18:30:00Z","kind":"intervals","demanding":true}},
         "session":{"kind":"long","endedAt":"2026-11-22T10:45:00Z","distanceKm":30,"durationMin":165,"massBeforeKg":70,"massAfterKg":68.6},
         "soreness":{"overall":4},"sleep":{"hours":7,"quality":3,"previousNightsH":[7.5,7]},"wellness":{"energy":3,"stress":3,"illness":[]}}
        """;

    private readonly RecoveryPlanner _planner;
    private readonly CheckIn _checkIn = CheckInJson.Parse(Encoding.UTF8.GetBytes(LongRun)).Value!;
    private readonly CheckIn _asking;

    public PlanBenchmarks()
    {
        var files = new ContentDirectory(Path.Combine(AppContext.BaseDirectory, "dialogs"));
        _planner = new RecoveryPlanner(KnowledgeBase.Load(files), SafetyGate.Load(files));
        _asking = _checkIn with { Notes = ["ice bath asap after long runs or you lose the gains??"] };
    }

    [Benchmark]
    public RecoveryPlan Plan() => _planner.Plan(_checkIn);

    [Benchmark]
    public RecoveryPlan PlanWithAQuestion() => _planner.Plan(_asking);

    [Benchmark]
    public ReadOnlyMemory<byte> PlanAsJson() => PlanJson.Write(_planner.Plan(_checkIn));
}
