using BenchmarkDotNet.Running;
using CoachBot.Benchmarks;

if (args is ["load", .. var settings])
    return await LoadRun.RunAsync(settings);

BenchmarkSwitcher.FromAssembly(System.Reflection.Assembly.GetExecutingAssembly()).Run(args);
return 0;
