using Azure.Storage.Queues;
using DurableTask.Core.Exceptions;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;

namespace RegelLoket.Storage;

/// <summary>
/// Signals the workflows of a case: starts, wakes or ignores them. It never fails the command that stored the event: a
/// signal that the engine does not accept is logged and retried through the queue of <see cref="PostponedSignal"/>s;
/// failing that, the reconciler finds it by the case's <see cref="WorkflowMark"/>s.
/// </summary>
public sealed class CaseWorkflows(QueueServiceClient queues, ILogger<CaseWorkflows> logger) : IDisposable
{
    /// <summary>The time for which this process remembers that a completed workflow handled all its events.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    private readonly QueueClient postponed = queues.GetQueueClient(PostponedSignal.QueueName);
    private readonly MemoryCache ended = new(new MemoryCacheOptions());

    /// <summary>The longest wait of a caller for the engine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The longest wait for an instance that seems to run to handle the event that revives its case, since it may be
    /// about to complete.
    /// </summary>
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(5);

    /// <summary>The longest wait for a terminated instance to have ended.</summary>
    private static readonly TimeSpan TerminationPatience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    private static readonly OrchestrationRuntimeStatus[] Running =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    public void Dispose() => ended.Dispose();

    /// <summary>Signals every workflow that the newest event of the case concerns.</summary>
    public async Task SignalAsync(DurableTaskClient engine, CaseFile changed)
    {
        var concerned = changed.State.Workflows.Where(workflow => workflow.Newest == changed.State.Version);
        var taken = await Task.WhenAll(concerned.Select(
            workflow => WakeAsync(engine, changed.Number, workflow,
                isNew: workflow.First == changed.State.Version, isRevived: IsRevived(changed, workflow))));
        if (!taken.All(wasTaken => wasTaken))
        {
            await FollowUp.RunAsync(logger, $"The postponed signal to case {changed.Number}", () => postponed.SendMessageAsync(
                new PostponedSignal(changed.Number, changed.State.Version, changed.Events[^1].Trace).ToString(),
                CancellationToken.None));
        }
    }

    /// <summary>Ensures that every workflow handles the events that concern it, up to the given one or later.</summary>
    /// <returns>Whether the engine accepted all signals.</returns>
    public async Task<bool> WakeAllAsync(DurableTaskClient engine, CaseFile file, int version) =>
        (await Task.WhenAll(file.State.Workflows.Where(workflow => workflow.Newest >= version)
            .Select(workflow => WakeAsync(engine, file.Number, workflow)))).All(wasTaken => wasTaken);

    /// <summary>Ensures that a workflow handles the newest event that concerns it.</summary>
    /// <returns>Whether the engine accepted it.</returns>
    public Task<bool> WakeAsync(DurableTaskClient engine, CaseNumber number, WorkflowMark workflow) =>
        WakeAsync(engine, number, workflow, isNew: false, isRevived: false);

    /// <summary>Ends an instance that does not move, so that the next wake-up starts it anew from where it had come.</summary>
    /// <exception cref="RpcException">The engine does not respond.</exception>
    /// <exception cref="OperationCanceledException">The instance did not end in time; a later round finds it ended.</exception>
    public static async Task EndAsync(DurableTaskClient engine, CaseNumber number, WorkflowMark workflow,
        CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TerminationPatience);
        await engine.TerminateInstanceAsync(workflow.InstanceOf(number), "It stood still.", patience.Token);
        await engine.WaitForInstanceCompletionAsync(workflow.InstanceOf(number), patience.Token);
    }

    /// <summary>Whether a completed workflow had handled the newest event that concerns it.</summary>
    /// <exception cref="RpcException">The engine does not respond.</exception>
    public async Task<bool> HasHandledAsync(DurableTaskClient engine, CaseNumber number, WorkflowMark workflow,
        CancellationToken cancellation)
    {
        var mark = (workflow.InstanceOf(number), workflow.Newest);
        if (ended.TryGetValue(mark, out _))
        {
            return true;
        }

        var came = await LastHandledAsync(engine, number, workflow, cancellation) >= workflow.Newest;
        if (came)
        {
            ended.Set(mark, true, Remembered);
        }

        return came;
    }

    /// <summary>Whether the newest event revived a workflow that had nothing left to do.</summary>
    private static bool IsRevived(CaseFile changed, WorkflowMark workflow) => workflow.IsExpected
        && changed.Events.SkipLast(1).Aggregate(new CaseState { Number = changed.Number }, (state, e) => state.After(e))
            .Workflows.Any(before => before.Ministry == workflow.Ministry && !before.IsExpected);

    private async Task<bool> WakeAsync(
        DurableTaskClient engine, CaseNumber number, WorkflowMark workflow, bool isNew, bool isRevived)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            // A new workflow is started without a check. Another caller may start or end it between a wake-up and a
            // start, so it is tried once more.
            var taken = isNew && await StartAsync(engine, number, workflow, lastHandled: 0, patience.Token);
            for (var attempt = 0; !taken && attempt < 2; attempt++)
            {
                taken = await RaiseAsync(engine, number, workflow, patience.Token)
                        && (!isRevived || await IsTakenUpAsync(engine, number, workflow, patience.Token))
                    || await StartAsync(
                        engine, number, workflow, await LastHandledAsync(engine, number, workflow, patience.Token),
                        patience.Token);
            }

            return taken || Postpone("it ended and began again at every attempt");
        }
        catch (RpcException failure)
        {
            return Postpone(failure.StatusCode.ToString());
        }
        catch (OperationCanceledException)
        {
            return Postpone("no answer in time");
        }
        // Whatever else the engine's client throws: the event is stored.
        catch (Exception failure)
        {
            return Postpone(failure.GetType().Name);
        }

        bool Postpone(string why)
        {
            logger.LogWarning("Workflow {Instance} could not be signalled ({Reason}); it is tried again.",
                workflow.InstanceOf(number), why);
            return false;
        }
    }

    /// <summary>Returns the last handled event of a workflow's newest instance; 0 when there is none.</summary>
    /// <exception cref="RpcException">The engine does not respond.</exception>
    private static async Task<int> LastHandledAsync(DurableTaskClient engine, CaseNumber number, WorkflowMark workflow,
        CancellationToken cancellation) =>
        (await engine.GetInstanceAsync(workflow.InstanceOf(number), getInputsAndOutputs: true, cancellation))
            ?.ReadCustomStatusAs<WorkflowStatus>()?.LastHandled ?? 0;

    /// <summary>
    /// Whether an instance handles a signal that the engine accepted. An instance in its last turn completes without
    /// seeing it.
    /// </summary>
    private static async Task<bool> IsTakenUpAsync(DurableTaskClient engine, CaseNumber number, WorkflowMark workflow,
        CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; waited < EndPatience; waited += BetweenLooks)
        {
            var instance = await engine.GetInstanceAsync(workflow.InstanceOf(number), getInputsAndOutputs: true, cancellation);
            if (instance?.ReadCustomStatusAs<WorkflowStatus>()?.LastHandled >= workflow.Newest)
            {
                return true;
            }

            if (instance is not { IsRunning: true })
            {
                return false;
            }

            await Task.Delay(BetweenLooks, cancellation);
        }

        return true;
    }

    private static async Task<bool> RaiseAsync(DurableTaskClient engine, CaseNumber number, WorkflowMark workflow,
        CancellationToken cancellation)
    {
        try
        {
            await engine.RaiseEventAsync(
                workflow.InstanceOf(number), CaseSignal.Name, new CaseSignal(workflow.Newest), cancellation);
            return true;
        }
        catch (RpcException failure) when (failure.StatusCode is StatusCode.NotFound or StatusCode.FailedPrecondition)
        {
            return false;
        }
    }

    private static async Task<bool> StartAsync(
        DurableTaskClient engine, CaseNumber number, WorkflowMark workflow, int lastHandled,
        CancellationToken cancellation)
    {
        try
        {
            var options = new StartOrchestrationOptions(workflow.InstanceOf(number)).WithDedupeStatuses(Running);
            var first = new Advance(number.Value, workflow.Ministry?.Slug(), lastHandled, workflow.Newest);
            await engine.ScheduleNewOrchestrationInstanceAsync(workflow.Orchestration, first, options, cancellation);
            return true;
        }
        catch (Exception exists) when (exists is OrchestrationAlreadyExistsException
            or RpcException { StatusCode: StatusCode.AlreadyExists })
        {
            return false;
        }
    }
}
