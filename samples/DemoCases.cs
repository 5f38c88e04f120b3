using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;
using RegelLoket.Intake;
using RegelLoket.Storage;

namespace RegelLoket.Demo;

/// <summary>
/// <c>--demo</c>: tells the cases of the table as they went in the past fourteen months, through the same services as people use, so that
/// every screen has something true to show. A second run finds each case by its key and changes nothing.
/// </summary>
internal sealed class DemoCases(
    ReportService reports, CaseStore cases, DemoPath paths, DemoWalk walk, DemoClock clock, WorkingDays calendar, ILogger<DemoCases> logger)
{
    /// <summary>How many are told at once: storage answers one while another is decided on.</summary>
    private const int AtOnce = 4;

    /// <summary>Adds the cases that are not there yet.</summary>
    /// <param name="engine">Runs the workflows of a case from when it has been told.</param>
    /// <param name="progress">Hears how many of how many cases were looked at.</param>
    public async Task<DemoResult> AddAsync(DurableTaskClient engine, Action<int, int> progress)
    {
        var lines = DemoLine.All();
        int added = 0, stopped = 0, seen = 0;
        await Parallel.ForEachAsync(lines, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (line, cancellation) =>
        {
            await ReconcilerRounds.AwaitGapAsync(cancellation);
            var (isNew, fault) = await AddAsync(line, engine, cancellation);
            Interlocked.Add(ref added, isNew ? 1 : 0);
            if (fault is not null)
            {
                Interlocked.Increment(ref stopped);
                logger.LogWarning("Sample {Sample} stopped on its way to {Stage}: {Why}.", line.Sample, line.Until, fault);
            }

            progress(Interlocked.Increment(ref seen), lines.Count);
        });
        return new DemoResult(added, stopped);
    }

    private async Task<(bool IsNew, string? Fault)> AddAsync(DemoLine line, DurableTaskClient engine, CancellationToken cancellation)
    {
        var sample = DemoSample.Of(line.Sample);
        clock.Moment = DemoWalk.MomentOf(walk.DayOfReport(line), days: 0, place: 0, calendar);
        var result = await reports.ReportAsync(
            CommandContext.OfReporter(clock), sample.Report, $"demo-{sample.Name}", ReportChannel.Demo, DeskSteps.Unstarted, cancellation);
        if (result is not ReportResult.Received { Receipt: var receipt })
        {
            return (false, result.ToString());
        }

        return await cases.FindAsync(receipt.Number, cancellation) is { State.Version: 1 }
            ? (true, await walk.TakeAsync(new DemoCase(line, sample, receipt), paths.Of(line, sample), engine))
            : (false, null);
    }
}
