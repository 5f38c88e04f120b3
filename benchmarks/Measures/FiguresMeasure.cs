using System.Diagnostics;

namespace Bench.Measures;

/// <summary>
/// The public page with the figures over 10,000 cases, while new reports come in: one before every fifth visit, so that all is counted
/// anew.
/// </summary>
internal sealed class FiguresMeasure : IMeasure
{
    private const int Cases = 10_000;
    private const int Visits = 200;

    public string Name => "figures";

    public string Description => "/cijfers over HTTP with 10,000 cases, a new report before every fifth visit";

    public int Repeats => 1;

    public IReadOnlyList<Figure> Figures { get; } = [new("/cijfers, 10,000 cases, p95", "ms", Goal.AtMost, 300)];

    public async Task<IReadOnlyList<double>> RunAsync(Azurite azurite)
    {
        await using var desk = await DeskProcess.StartNewAsync(azurite, AppTimers.Off(DeskProcess.BuiltApp));
        await CaseSeed.WriteAsync(azurite, Cases);
        var page = "";
        var patience = Stopwatch.StartNew();
        while (!page.Contains("10.000", StringComparison.Ordinal) && !page.Contains("10000", StringComparison.Ordinal))
        {
            page = await desk.Client.OpenAsync("/cijfers");
            if (patience.Elapsed > TimeSpan.FromMinutes(3))
            {
                throw new InvalidOperationException("The figures never showed all cases.");
            }
        }

        var latencies = new List<double>(Visits);
        for (var i = 0; i < Visits; i++)
        {
            if (i % 5 == 0)
            {
                await desk.Client.ReportAsync();
            }

            latencies.AddRange(await LibraryMeasure.VisitAsync(desk, ["/cijfers"], 1));
        }

        return [Statistics.Percentile(latencies, 95)];
    }
}
