using Bench.Measures;

namespace Bench.Cost;

/// <summary>
/// ./bench cost: counts what a case and a month without cases use of what Azure bills, keeps the counts, and writes docs/cost.md by them
/// and the prices.
/// </summary>
internal static class CostCommand
{
    private const int Days = 30;
    private const int IdleMinutes = 10;

    // So many more open cases show what each of them adds to a run of the timers.
    private const int OpenCases = 30;
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan AfterTimer = TimeSpan.FromSeconds(1);

    /// <param name="isPageOnly">Whether to count nothing, and write the page anew from what was counted before.</param>
    public static async Task<int> RunAsync(bool isPageOnly)
    {
        var counts = isPageOnly ? CostCounts.Read() : await CountAsync();
        counts.Write();
        await File.WriteAllTextAsync(CostPage.Path, CostPage.Of(counts, Prices.Read(), Stage.All(), HostPace.Read()));
        Console.WriteLine($"One case: {counts.Case}, {counts.Mails} mails. See docs/cost.md.");
        return 0;
    }

    private static async Task<CostCounts> CountAsync()
    {
        var (idleMinute, telemetry) = await TelemetryAsync();
        await using var azurite = await Azurite.StartNewAsync();
        await using var service = await CountedDesk.StartAsync(azurite);
        using var mails = new MailWatch(azurite.ConnectionString);
        await CaseJourney.LiveAsync(service.Client, mails);
        await Task.Delay(Settled);

        var before = service.Used;
        var number = await CaseJourney.LiveAsync(service.Client, mails);
        await Task.Delay(Settled);
        var ofCase = service.Used - before;
        var timers = await TimersAsync(service);
        await Parallel.ForAsync(0, OpenCases, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (_, _) =>
            await service.Client.ReportAsync());
        await Task.Delay(Settled);
        return new CostCounts
        {
            Case = ofCase,
            Orchestrations = 1 + CaseJourney.Ministries.Count,
            Mails = (await mails.AllAsync()).Count(mail => mail.Case == number),
            TimersOfAMonth = timers,
            TimersOfAMonthPerOpenCase = (await TimersAsync(service) - timers).AtLeastZero() * (1.0 / OpenCases),
            TelemetryOfCase = telemetry,
            TelemetryOfIdleMinute = idleMinute,
            Days = Days,
            Queues = service.Functions.Count(function => function.TriggerType == "queueTrigger"),
            Commit = Report.Commit,
            At = TimeProvider.System.GetUtcNow(),
        };
    }

    private static async Task<(double IdleMinute, double Case)> TelemetryAsync()
    {
        await using var azurite = await Azurite.StartNewAsync();
        return await TelemetryMeasure.MeasureAsync(azurite, IdleMinutes);
    }

    /// <summary>Runs each timer once and multiplies by how often it comes due.</summary>
    private static async Task<Usage> TimersAsync(CountedDesk service)
    {
        var month = new Usage();
        foreach (var (name, schedule) in AppTimers.Of(DeskProcess.BuiltApp))
        {
            var before = service.Used;
            await service.RunTimerAsync(name);
            await Task.Delay(AfterTimer);
            month += (service.Used - before) * AppTimers.Times(schedule, Days);
        }

        return month;
    }
}
