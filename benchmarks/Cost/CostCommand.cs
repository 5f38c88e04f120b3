namespace Bench.Cost;

/// <summary>
/// ./bench cost: counts what a case and a month without cases use of what Azure bills, keeps the counts, and writes docs/cost.md by them
/// and the prices.
/// </summary>
internal static class CostCommand
{
    private const int Days = 30;
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan AfterTimer = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync()
    {
        var counts = await CountAsync();
        counts.Write();
        await File.WriteAllTextAsync(CostPage.Path, CostPage.Of(counts, Prices.Read(), Stage.All(), HostPace.Read()));
        Console.WriteLine($"One case: {counts.Case}, {counts.Mails} mails. See docs/cost.md.");
        return 0;
    }

    private static async Task<CostCounts> CountAsync()
    {
        await using var azurite = await Azurite.StartNewAsync();
        await using var service = await CountedDesk.StartAsync(azurite);
        using var mails = new MailWatch(azurite.ConnectionString);
        await LiveAsync(service, mails);
        await Task.Delay(Settled);

        var before = service.Used;
        var number = await LiveAsync(service, mails);
        await Task.Delay(Settled);
        var ofCase = service.Used - before;
        return new CostCounts
        {
            Case = ofCase,
            Orchestrations = 1 + CaseJourney.Ministries.Count,
            Mails = (await mails.AllAsync()).Count(mail => mail.Case == number),
            TimersOfAMonth = await TimersAsync(service),
            Days = Days,
            Queues = service.Functions.Count(function => function.TriggerType == "queueTrigger"),
            Commit = Report.Commit,
            At = TimeProvider.System.GetUtcNow(),
        };
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

    private static async Task<string> LiveAsync(CountedDesk service, MailWatch mails)
    {
        var journey = new CaseJourney(service.Client);
        await journey.ToOutcomeAsync(mails.TextWithAsync);
        await journey.PublishAsync();
        return journey.Number;
    }
}
