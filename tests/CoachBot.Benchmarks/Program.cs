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
    default:
        BenchmarkSwitcher.FromAssembly(System.Reflection.Assembly.GetExecutingAssembly()).Run(args);
        return 0;
}
