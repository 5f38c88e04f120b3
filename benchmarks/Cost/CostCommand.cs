using LocalRuntime.Hosting.Invocation;
using LocalRuntime.Hosting.Timers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Bench.Cost;

/// <summary>./bench cost: counts what a case and a month without cases use of what Azure bills, keeps the counts, and writes docs/cost.md by them and the prices.</summary>
internal static class CostCommand
{
    private const int Days = 30;
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(3);

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
        using var usage = new UsageCounter(azurite);
        await using var desk = await DeskApp.StartAsync(azurite, usage);
        using var mails = new MailWatch(azurite.ConnectionString);
        await LiveAsync(desk, mails);
        await Task.Delay(Settled);

        var before = usage.Now;
        var number = await LiveAsync(desk, mails);
        await Task.Delay(Settled);
        var ofCase = usage.Now - before;
        var catalog = desk.Services.GetRequiredService<FunctionCatalog>();
        return new CostCounts
        {
            Case = ofCase with { TimerInvocations = 0 },
            Orchestrations = 1 + CaseJourney.Ministries.Count,
            Mails = (await mails.AllAsync()).Count(mail => mail.Case == number),
            TimersOfAMonth = await TimersAsync(desk, catalog, usage),
            Days = Days,
            Queues = catalog.WithTrigger<QueueTriggerAttribute>().Count(),
            Commit = Report.Commit,
            At = TimeProvider.System.GetUtcNow(),
        };
    }

    /// <summary>Runs each timer once and multiplies by how often it comes due.</summary>
    private static async Task<Usage> TimersAsync(DeskApp desk, FunctionCatalog catalog, UsageCounter usage)
    {
        var month = new Usage();
        foreach (var (function, trigger) in catalog.WithTrigger<TimerTriggerAttribute>())
        {
            var before = usage.Now;
            await desk.Services.GetRequiredService<FunctionRunner>().RunAsync(function, new InvocationTrigger(new TimerInfo()), CancellationToken.None);
            await Task.Delay(TimeSpan.FromMilliseconds(500));
            month += (usage.Now - before) * TimesAMonth(Schedule.Parse(function.Name, trigger.Schedule));
        }

        return month;
    }

    private static async Task<string> LiveAsync(DeskApp desk, MailWatch mails)
    {
        var journey = new CaseJourney(desk.Client, mails.TextWithAsync);
        await journey.ToOutcomeAsync();
        await journey.PublishAsync();
        return journey.Number;
    }

    private static int TimesAMonth(Schedule schedule)
    {
        var start = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var times = 0;
        for (var at = schedule.Next(start.AddSeconds(-1)); at < start.AddDays(Days); at = schedule.Next(at))
        {
            times++;
        }

        return times;
    }
}
