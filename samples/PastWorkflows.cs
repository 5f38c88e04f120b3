using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Workflow;

namespace RegelLoket.Demo;

/// <summary>
/// Does in the past of a case what its workflows do in their present: calls the same activities after an event and at the moments that they
/// ask for. So reminders, new days, questions on the effect and closings have their true dates, and nothing is left to send afterwards.
/// </summary>
internal sealed class PastWorkflows(CaseActivities ofCase, MinistryActivities ofMinistry, CaseStore cases, DemoClock clock)
{
    /// <summary>As long as the reconciler asks how far the workflows of a changed case came.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(8);

    /// <summary>Lets the workflows handle what is new or due at the moment of the clock.</summary>
    /// <param name="number">The case.</param>
    /// <param name="turns">How far each of its workflows came, by instance.</param>
    public async Task CatchUpAsync(CaseNumber number, Dictionary<string, PastTurn> turns)
    {
        while (await DueAsync(number, turns) is { } workflow)
        {
            var instance = workflow.InstanceOf(number);
            var last = turns.GetValueOrDefault(instance)?.LastHandled ?? 0;
            var advance = new Advance(number.Value, workflow.Ministry?.Slug(), last, workflow.Newest);
            var progress = workflow.Ministry is null
                ? await ofCase.AdvanceCase(advance, DeskSteps.Unstarted, default)
                : await ofMinistry.AdvanceRequest(advance, default);
            turns[instance] = new PastTurn(
                progress.LastHandled, progress is { Ended: false, WakeIn: { } wakeIn } ? clock.GetUtcNow() + wakeIn : null);
        }
    }

    /// <summary>
    /// Starts the real workflows where the past ones stopped: of what goes on, and of what changed so lately that they are asked for.
    /// </summary>
    public async Task StartAsync(CaseNumber number, Dictionary<string, PastTurn> turns, DurableTaskClient engine)
    {
        var state = (await cases.FindAsync(number, default))!.State;
        foreach (var workflow in state.Workflows.Where(w => w.IsExpected || state.ChangedAt > clock.Desk - Recent))
        {
            var instance = workflow.InstanceOf(number);
            var last = turns.GetValueOrDefault(instance)?.LastHandled ?? 0;
            await engine.ScheduleNewOrchestrationInstanceAsync(
                workflow.Orchestration, new Advance(number.Value, workflow.Ministry?.Slug(), last, MinimumVersion: null),
                new StartOrchestrationOptions(instance), default);
        }
    }

    private async Task<WorkflowMark?> DueAsync(CaseNumber number, Dictionary<string, PastTurn> turns)
    {
        var file = cases.Recall(number) ?? await cases.FindAsync(number, default);
        return file!.State.Workflows.FirstOrDefault(workflow => turns.GetValueOrDefault(workflow.InstanceOf(number)) is not { } turn
            || turn.LastHandled < workflow.Newest || turn.WakeAt <= clock.GetUtcNow());
    }
}
