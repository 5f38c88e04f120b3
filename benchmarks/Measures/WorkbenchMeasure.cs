using System.Diagnostics;

namespace Bench.Measures;

/// <summary>
/// The analysts' pages over HTTP with 500 open and 10,000 closed cases. The pages of the queue are asked for as a colleague would, more
/// than a second apart, so that each looks in storage what changed; searching goes over all cases.
/// </summary>
internal sealed class WorkbenchMeasure : IMeasure
{
    private const int OpenCount = 500;
    private const int ClosedCount = 10_000;
    private const int QueuePages = 40;
    private const int CasePages = 180;
    private const string Analyst = SeededCases.Handler;

    private static readonly TimeSpan BetweenQueuePages = TimeSpan.FromSeconds(1.1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly string[] Queues = ["?tab=alle", "?tab=mijn", "?tab=niet-toegewezen&ministerie=vws",
        "?tab=alle&afgerond=ja&volgorde=nieuwste"];
    private static readonly string[] Tabs = ["melding", "context", "probleemstelling", "ministeries", "oplossing", "publicatie"];

    public string Name => "workbench";

    public string Description => "queue page and case page with 500 open and 10,000 closed cases";

    public int Repeats => 1;

    public IReadOnlyList<Figure> Figures { get; } =
    [
        new("queue page, 500 open and 10,000 closed cases, p95", "ms", Goal.AtMost, 100),
        new("case page, p95", "ms", Goal.AtMost, 100),
        new("first overview of all 10,500 cases", "s", Goal.AtMost, 300),
    ];

    public async Task<IReadOnlyList<double>> RunAsync(Azurite azurite)
    {
        var open = await new SeededCases(azurite).WriteAsync(OpenCount, ClosedCount);
        await using var desk = await DeskProcess.StartNewAsync(azurite, AppTimers.Off(DeskProcess.BuiltApp));
        var reading = Stopwatch.StartNew();
        while (!(await desk.Client.SendAsync(HttpMethod.Get, "/v1/zaken?tab=alle&afgerond=ja", analyst: Analyst)).GetProperty("volledig")
            .GetBoolean())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500));
            if (reading.Elapsed > Patience)
            {
                throw new InvalidOperationException("The overview of all cases is not whole after five minutes.");
            }
        }

        var whole = reading.Elapsed.TotalSeconds;
        foreach (var path in Queues.Select(query => "/werkbank" + query).Concat(Tabs.Select(tab => $"/werkbank/zaken/{open[0]}/{tab}")))
        {
            await desk.Client.OpenAsync(path, Analyst);
        }

        var queue = await TimesAsync(QueuePages, BetweenQueuePages, i =>
            desk.Client.OpenAsync("/werkbank" + Queues[i % Queues.Length], Analyst));
        var cases = await TimesAsync(CasePages, TimeSpan.Zero, i =>
            desk.Client.OpenAsync($"/werkbank/zaken/{open[i * 7 % open.Count]}/{Tabs[i % Tabs.Length]}", Analyst));
        return [Statistics.Percentile(queue, 95), Statistics.Percentile(cases, 95), whole];
    }

    private static async Task<IReadOnlyList<double>> TimesAsync(int count, TimeSpan between, Func<int, Task> once)
    {
        var times = new double[count];
        for (var i = 0; i < count; i++)
        {
            await Task.Delay(between);
            var watch = Stopwatch.StartNew();
            await once(i);
            times[i] = watch.Elapsed.TotalMilliseconds;
        }

        return times;
    }
}
