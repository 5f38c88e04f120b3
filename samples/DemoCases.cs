using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;
using RegelLoket.Intake;
using RegelLoket.Storage;

namespace RegelLoket.Demo;

/// <summary>What came of it.</summary>
/// <param name="Added">How many cases were added.</param>
/// <param name="Stopped">How many of them did not come as far as they should.</param>
internal sealed record DemoResult(int Added, int Stopped);

/// <summary>
/// <c>--demo</c>: puts the samples in as if they had been reported in the past year and drives them on through the same desks as people do,
/// so that every screen has something to show. A second run finds each sample by its key and changes nothing.
/// </summary>
internal sealed class DemoCases(
    ReportService reports, CaseStore cases, CaseWorkflows concerned, DemoSteps steps, DemoSequels sequels, DemoClock clock,
    WorkingDays calendar,
    ILogger<DemoCases> logger)
{
    /// <summary>How many working days cases that are over reach back.</summary>
    private const int Year = 250;

    /// <summary>For how many working days, at most, nothing happened in a case that goes on; so a few are overdue.</summary>
    private const int Pause = 9;

    private static readonly TimeOnly Morning = new(9, 30);

    private int stopped;

    /// <summary>How far the samples go, over and over. Answered cases come most, as in real life.</summary>
    private static readonly CaseStatus[] Stages =
    [
        CaseStatus.Shared, CaseStatus.AtMinistries, CaseStatus.Received, CaseStatus.OutcomeKnown, CaseStatus.AnswersIn,
        CaseStatus.Analysing,
        CaseStatus.Shared, CaseStatus.DraftingStatement, CaseStatus.AtMinistries, CaseStatus.AwaitingApproval, CaseStatus.OutcomeKnown,
        CaseStatus.WaitingForReporter, CaseStatus.ReadyToDecide, CaseStatus.Shared, CaseStatus.Shared, CaseStatus.Withdrawn,
        CaseStatus.Closed,
    ];

    /// <summary>Adds the samples that are not there yet.</summary>
    /// <param name="workflows">Runs the workflows of a case from when all of its steps are stored.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<DemoResult> AddAsync(DurableTaskClient workflows, CancellationToken cancellation)
    {
        var added = 0;
        stopped = 0;
        foreach (var (place, sample) in DemoSample.All().Index())
        {
            foreach (var number in await AddAsync(sample, Stages[place % Stages.Length], place, cancellation))
            {
                await StartAsync(number, workflows, cancellation);
                added++;
            }
        }

        return new DemoResult(added, stopped);
    }

    /// <summary>
    /// Adds a sample, each step on its own day; the last one lies before today. No cases when the sample was there already.
    /// </summary>
    private async Task<IReadOnlyList<CaseNumber>> AddAsync(DemoSample sample, CaseStatus stage, int place, CancellationToken cancellation)
    {
        IReadOnlyList<DemoStep> path = [.. steps.To(stage, sample.Analysis), .. sequels.Of(sample.Name)];
        var length = path.Sum(step => step.Days);
        var isOver = stage is CaseStatus.Shared or CaseStatus.Closed or CaseStatus.Withdrawn && !sequels.GoOn(sample.Name);
        // A step that shares no factor with the spans spreads the places evenly over them.
        var age = 1 + (isOver ? place * 61 % (Year - length) : place % Pause);
        clock.Moment = null;
        var day = calendar.Add(WorkingDays.DayOf(clock.GetUtcNow()), -length - age);
        clock.Moment = WorkingDays.MomentOf(day, Morning);

        var result = await reports.ReportAsync(
            CommandContext.OfReporter(clock), sample.Report, $"demo-{sample.Name}", ReportChannel.Demo, DemoSteps.Unstarted, cancellation);
        if (result is not ReportResult.Received { Receipt: var receipt }
            || await cases.FindAsync(receipt.Number, cancellation) is not { State.Version: 1 })
        {
            return [];
        }

        foreach (var (taken, step) in path.Index())
        {
            day = calendar.Add(day, step.Days);
            clock.Moment = WorkingDays.MomentOf(day, Morning.AddMinutes(5 * (taken + 1)));
            var done = await step.TakeAsync(receipt);
            if (done is not CommandResult.Done)
            {
                var why = done is CommandResult.Invalid invalid ? string.Join(", ", invalid.Errors.Keys) : done.GetType().Name;
                stopped++;
                logger.LogWarning("Sample {Sample} stopped at step {Step} on its way to {Stage}: {Why}.", sample.Name, taken
                    + 1, stage, why);
                break;
            }
        }

        return [receipt.Number, .. await sequels.MergeTwinAsync(sample.Name, receipt.Number, cancellation)];
    }

    private async Task StartAsync(CaseNumber number, DurableTaskClient workflows, CancellationToken cancellation)
    {
        var file = await cases.FindAsync(number, cancellation);
        foreach (var workflow in file!.State.Workflows)
        {
            await concerned.WakeAsync(workflows, number, workflow);
        }
    }
}
