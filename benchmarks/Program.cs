using Bench.Measures;

namespace Bench;

/// <summary>./bench [names]: the measurements, as a table and as benchmarks/results.json. ./bench chaos: the chaos test. ./bench cost: what it costs.</summary>
internal static class Program
{
    public static IReadOnlyList<IMeasure> Measures { get; } =
    [
        new HelloSequenceMeasure(),
        new SequenceLatencyMeasure(),
        new EventLatencyMeasure(),
        new FanOutMeasure(),
        new RecoveryMeasure(),
        new WaitingMeasure(),
        new GrowthMeasure(),
        new PagesMeasure(),
        new IntakeMeasure(),
        new WholeCaseMeasure(),
        new ContextMeasure(),
        new WorkbenchMeasure(),
        new RetentionMeasure(),
        new LibraryMeasure(),
        new FiguresMeasure(),
    ];

    public static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["child", var role]:
                await ChildRoles.RunAsync(role);
                return 0;
            case ["chaos", .. var options]:
                return await Chaos.ChaosCommand.RunAsync(options);
            case ["cost"]:
                return await Cost.CostCommand.RunAsync();
            case ["list"]:
                foreach (var measure in Measures)
                {
                    Console.WriteLine($"{measure.Name,-16} {measure.Description}");
                }

                return 0;
            default:
                return await MeasureAsync(args);
        }
    }

    private static async Task<int> MeasureAsync(string[] names)
    {
        if (names.FirstOrDefault(name => Measures.All(measure => measure.Name != name)) is { } unknown)
        {
            await Console.Error.WriteLineAsync($"There is no measure '{unknown}'. There are: {string.Join(", ", Measures.Select(measure => measure.Name))}, chaos, cost.");
            return 2;
        }

        var report = new Report(Path.Combine(Azurite.Checkout, "benchmarks", "results.json"));
        Report.PrintHeading();
        foreach (var measure in Measures.Where(measure => names.Length == 0 || names.Contains(measure.Name)))
        {
            List<IReadOnlyList<double>> runs = [];
            for (var i = 0; i < measure.Repeats; i++)
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
}
