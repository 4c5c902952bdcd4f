using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using Hearsay.Benchmarks;

// One long run of its own, with a database that works on a thread beside it
if (args is ["store", .. var rest]) return await Hearsay.Benchmarks.Store.StoreMeasures.RunAsync(rest);
if (args is ["pages", .. var folder]) return PageMeasures.Run(folder);
if (args is ["desk", .. var options]) return await Hearsay.Benchmarks.Desk.DeskMeasures.RunAsync(options);
if (args is ["depths", .. var measures]) return DepthMeasures.Run(measures);
if (args is ["load", "once", var what]) return LoadMeasure.Once(what);
if (args is ["load"]) return LoadMeasure.Run();

// One core for all: the alternatives inherit the affinity of this process.
if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()) System.Diagnostics.Process.GetCurrentProcess().ProcessorAffinity = 1;
var config = ManualConfig.Create(DefaultConfig.Instance)
    .AddJob(Job.ShortRun.WithToolchain(InProcessNoEmitToolchain.Instance).WithIterationCount(8))
    .WithArtifactsPath(Path.Combine(Articles.ProjectFolder, "..", "..", "artifacts", "bench"))
    .AddColumn(
        new RateColumn("articles/s", Articles.All.Length),
        new RateColumn("tokens/s", Articles.Tokens),
        new RateColumn("characters/s", Articles.All.Sum(a => a.Text.Length))
    )
    .WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(60));
BenchmarkSwitcher.FromAssembly(typeof(Articles).Assembly).Run(args, config);
return 0;
