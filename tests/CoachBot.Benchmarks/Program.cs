using BenchmarkDotNet.Running;
using CoachBot.Benchmarks;

if (args is ["score", .. var rest])
    return LanguageScore.Run(rest);

if (args is ["items", var language, var step, .. var texts])
    return LanguageItems.Run(language, step, texts);

if (args is ["schedule", _, _])
{
    await ScheduleMeasure.RunAsync(args[1..]);
    return 0;
}

BenchmarkSwitcher.FromAssembly(System.Reflection.Assembly.GetExecutingAssembly()).Run(args);
return 0;
