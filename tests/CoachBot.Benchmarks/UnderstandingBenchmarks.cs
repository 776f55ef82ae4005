using BenchmarkDotNet.Attributes;
using CoachBot.Coaching.Content;
using CoachBot.Coaching.Language;

namespace CoachBot.Benchmarks;

/// <summary>A message should take less than 3 ms at the 99th percentile, and 2,000 hostile characters less than 100 ms.</summary>
[MemoryDiagnoser]
public class UnderstandingBenchmarks
{
    private readonly RunnerLanguage _language = RunnerLanguage.Load(new ContentDirectory(Path.Combine(AppContext.BaseDirectory, "dialogs")));
    private readonly string _hostile = string.Concat(Enumerable.Repeat("slept rpe 1-1-1- xqzvw ", 100))[..RunnerLanguage.MaxLength];

    [Params("en", "es", "fr", "de", "pt")]
    public string Locale { get; set; } = "en";

    [Benchmark]
    public Understanding Bare() => _language.Understand("7", DialogStep.Soreness, Locale);

    [Benchmark]
    public Understanding CheckIn() => _language.Understand(Text(Locale), DialogStep.Any, Locale);

    [Benchmark]
    public Understanding Hostile() => _language.Understand(_hostile, DialogStep.Any, Locale);

    private static string Text(string locale) => locale switch
    {
        "es" => "corrí 10 km en 52 min, rpe 6, gemelos cargados, dormí 7 horas y media, energía 4",
        "fr" => "couru 10 km en 52 min, rpe 6, mollets raides, dormi 7h30, énergie 4",
        "de" => "10 km in 52 min gelaufen, rpe 6, Waden dicht, 7,5 Stunden geschlafen, Energie 4",
        "pt" => "corri 10 km em 52 min, pse 6, panturrilhas travadas, dormi 7 horas e meia, energia 4",
        _ => "ran 10 km in 52 min, rpe 6, calves tight, slept 7 and a half hours, energy 4",
    };
}
