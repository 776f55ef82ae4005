using BenchmarkDotNet.Running;
using CoachBot.Benchmarks;

switch (args)
{
    case ["load", .. var settings]:
        return await LoadRun.RunAsync(settings);
    case ["score", .. var files]:
        return LanguageScore.Run(files);
    case ["items", var language, var step, .. var texts]:
        return LanguageItems.Run(language, step, texts);
    case ["schedule", var where, var count]:
        await ScheduleMeasure.RunAsync([where, count]);
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(System.Reflection.Assembly.GetExecutingAssembly()).Run(args);
        return 0;
}
