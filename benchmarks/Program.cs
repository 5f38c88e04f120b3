using Bench.Lane;
using Bench.Measures;
using LocalHost.Startup;

namespace Bench;

/// <summary>
/// <c>./bench [names] [--base FOLDER] [--short]</c>: the measurements, as a table and as benchmarks/results.json; <c>lane</c> stands for
/// all that begin with it. <c>./bench chaos</c>: the chaos test. <c>./bench scale [--short]</c>: instances that come and go.
/// <c>./bench cost [--page]</c>: what it costs.
/// </summary>
internal static class Program
{
    private const string LaneWord = "lane";

    public static IReadOnlyList<IMeasure> Measures(LaneOptions lane) =>
    [
        new RequestsMeasure(lane),
        new MailMeasure(lane),
        new IdleMeasure(lane),
        new ThroughputMeasure(lane),
        new FullTablesMeasure(lane),
        new StartMeasure(lane),
        new KillMeasure(lane),
        new MemoryMeasure(lane),
        new PagesMeasure(),
        new IntakeMeasure(),
        new ContextMeasure(),
        new WorkbenchMeasure(),
        new RetentionMeasure(),
        new GrowthMeasure(),
        new LibraryMeasure(),
        new FiguresMeasure(),
        new AttachmentsMeasure(),
        new TelemetryMeasure(lane.IsShort),
        new HostileMeasure(lane.IsShort),
        new TroubleMeasure(lane.IsShort),
        new BacklogMeasure(lane.IsShort),
        new TextsMeasure(),
    ];

    public static async Task<int> Main(string[] args)
    {
        using var interrupted = OwnProcesses.EndWhenInterrupted();
        switch (args)
        {
            case ["chaos", .. var options]:
                return await Chaos.ChaosCommand.RunAsync(options);
            case ["scale", .. var options]:
                return await Scale.ScaleCommand.RunAsync(isShort: options is ["--short"]);
            case ["cost", .. var options]:
                return await Cost.CostCommand.RunAsync(isPageOnly: options is ["--page"]);
            case ["list"]:
                foreach (var measure in Measures(new LaneOptions(null, IsShort: false)))
                {
                    Console.WriteLine($"{measure.Name,-16} {measure.Description}");
                }

                return 0;
            default:
                return await MeasureAsync(args);
        }
    }

    private static async Task<int> MeasureAsync(string[] args)
    {
        List<string> names = [.. args];
        var isShort = names.Remove("--short");
        var at = names.IndexOf("--base");
        var folder = at >= 0 && at + 1 < names.Count ? Path.GetFullPath(names[at + 1]) : null;
        if (folder is not null)
        {
            names.RemoveRange(at, 2);
        }

        var measures = Measures(new LaneOptions(folder, isShort));
        if (names.FirstOrDefault(name => name != LaneWord && measures.All(measure => measure.Name != name)) is { } unknown)
        {
            var known = string.Join(", ", measures.Select(measure => measure.Name));
            await Console.Error.WriteLineAsync($"There is no measure '{unknown}'. There are: {LaneWord}, {known}, chaos, scale, cost.");
            return 2;
        }

        // A short run shows that a measure works; its figures are worth nothing, so they are not kept.
        var report = new Report(isShort ? null : Path.Combine(Checkout.Root, "benchmarks", "results.json"));
        Report.PrintHeading();
        foreach (var measure in measures.Where(measure => names.Count == 0 || names.Exists(name => IsNamed(measure, name))))
        {
            List<IReadOnlyList<double>> runs = [];
            for (var i = 0; i < (isShort ? 1 : measure.Repeats); i++)
            {
                await using var azurite = await Azurite.StartNewAsync();
                runs.Add(await measure.RunAsync(azurite));
            }

            for (var i = 0; i < measure.Figures.Count; i++)
            {
                report.Add(measure.Figures[i], [.. runs.Select(run => run[i])]);
            }
        }

        return report.AllMet ? 0 : 1;
    }

    private static bool IsNamed(IMeasure measure, string name) =>
        measure.Name == name || (name == LaneWord && measure.Name.StartsWith($"{LaneWord}-", StringComparison.Ordinal));
}
