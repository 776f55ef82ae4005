using BenchmarkDotNet.Running;
using CoachBot.Benchmarks;

if (args is ["score", .. var rest])
    return LanguageScore.Run(rest);

BenchmarkSwitcher.FromAssembly(System.Reflection.Assembly.GetExecutingAssembly()).Run(args);
return 0;
