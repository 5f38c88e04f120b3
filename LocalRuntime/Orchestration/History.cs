using Microsoft.DurableTask.Client;

namespace LocalRuntime.Orchestration;

/// <summary>
/// The history of one instance's present execution, and what follows from it: what is open, what waits, how it ended.
/// The same fold serves a history that is read back and one that grows.
/// </summary>
internal sealed class History
{
    private readonly List<HistoryEvent> events = [];
    private readonly HashSet<string> received = [];
    private readonly Dictionary<int, NumberedAction> openTasks = [];
    private readonly Dictionary<int, TimerCreated> openTimers = [];
    private readonly Dictionary<string, EventSent> undelivered = [];

    public History(IEnumerable<HistoryEvent> events)
    {
        foreach (var entry in events)
        {
            Add(entry);
        }
    }

    /// <summary>The events of the present execution, oldest first.</summary>
    public IReadOnlyList<HistoryEvent> Events => events;

    public ExecutionStarted? Started { get; private set; }

    public bool IsSuspended { get; private set; }

    public string? CustomStatus { get; private set; }

    public DateTime LastEventAt { get; private set; }

    public DateTime LastTurnAt { get; private set; }

    /// <summary>Whether messages wait for a turn.</summary>
    public bool HasUnprocessed { get; private set; }

    /// <summary>Whether a turn ever ran.</summary>
    public bool HasRun { get; private set; }

    public ExecutionCompleted? Completed { get; private set; }

    public ExecutionTerminated? Terminated { get; private set; }

    /// <summary>Activities and sub-orchestrations without a result.</summary>
    public IEnumerable<NumberedAction> OpenTasks => openTasks.Values;

    public IEnumerable<TimerCreated> OpenTimers => openTimers.Values;

    /// <summary>Events sent whose arrival is not yet on record, by key; also of executions before this one.</summary>
    public IReadOnlyDictionary<string, EventSent> Undelivered => undelivered;

    public OrchestrationRuntimeStatus Status =>
        Terminated is not null ? OrchestrationRuntimeStatus.Terminated
        : Completed is not null ? Completed.Status
        : IsSuspended ? OrchestrationRuntimeStatus.Suspended
        : HasRun ? OrchestrationRuntimeStatus.Running
        : OrchestrationRuntimeStatus.Pending;

    public bool IsFinished => Terminated is not null || Completed is not null;

    public int Count => events.Count;

    /// <summary>When the first execution was created.</summary>
    public DateTime CreatedAt { get; private set; }

    public bool IsOpen(int taskId) => openTasks.ContainsKey(taskId);

    /// <summary>The key of a sent event that has no receipt.</summary>
    public string UndeliveredKey(EventSent sent) => undelivered.First(entry => ReferenceEquals(entry.Value, sent)).Key;

    public InstancePayloads Payloads() => new(
        Started?.Input,
        Terminated is not null ? Terminated.Output : Completed?.Result ?? Completed?.Failure?.Message,
        CustomStatus,
        Completed?.Failure,
        Started?.Tags);

    /// <summary>All that a history needs to hold which begins with the present execution; null while events sent before it have no receipt.</summary>
    public IReadOnlyList<HistoryEvent>? Anew() =>
        undelivered.Count > 0 ? null : [new CarriedOver(CreatedAt, [.. received]) { At = Started!.At }, .. events];

    /// <summary>Whether a message still has a meaning here: not one for a task that is done, or an event that already arrived.</summary>
    public bool Accepts(Message message) => !IsFinished && message switch
    {
        TaskCompleted completed => openTasks.ContainsKey(completed.Id),
        TaskFailed failed => openTasks.ContainsKey(failed.Id),
        TimerFired fired => openTimers.ContainsKey(fired.Id),
        EventRaised { From: { } from } => !received.Contains(from),
        ExecutionSuspended => !IsSuspended,
        ExecutionResumed => IsSuspended,
        _ => true,
    };

    public void Add(HistoryEvent entry)
    {
        if (entry is ContinuedAsNew)
        {
            StartOver();
            return;
        }

        if (entry is CarriedOver carried)
        {
            CreatedAt = carried.CreatedAt;
            received.UnionWith(carried.Received);
            HasRun = true;
            return;
        }

        events.Add(entry);
        LastEventAt = entry.At;
        HasUnprocessed |= entry is Message and not (ExecutionSuspended or ExecutionResumed or ExecutionTerminated or ForeignAwaitSeen);
        switch (entry)
        {
            case ExecutionStarted started:
                CreatedAt = CreatedAt == default ? started.At : CreatedAt;
                Started = started;
                break;
            case OrchestratorStarted:
                HasUnprocessed = false;
                HasRun = true;
                LastTurnAt = entry.At;
                break;
            case TaskScheduled or SubOrchestrationCreated:
                openTasks[((NumberedAction)entry).Id] = (NumberedAction)entry;
                break;
            case TaskCompleted completed:
                openTasks.Remove(completed.Id);
                break;
            case TaskFailed failed:
                openTasks.Remove(failed.Id);
                break;
            case TimerCreated timer:
                openTimers[timer.Id] = timer;
                break;
            case TimerFired fired:
                openTimers.Remove(fired.Id);
                break;
            case TimerCanceled canceled:
                openTimers.Remove(canceled.Id);
                break;
            case EventSent sent:
                undelivered[DeliveryKey(sent)] = sent;
                break;
            case EventDelivered delivered:
                undelivered.Remove(delivered.Key);
                break;
            case EventRaised { From: { } from }:
                received.Add(from);
                break;
            case CustomStatusSet custom:
                CustomStatus = custom.Status;
                break;
            case ExecutionSuspended:
                IsSuspended = true;
                break;
            case ExecutionResumed:
                IsSuspended = false;
                break;
            case ExecutionTerminated terminated:
                Terminated = terminated;
                break;
            case ForeignAwaitSeen seen:
                Completed = new ExecutionCompleted { At = seen.At, Status = OrchestrationRuntimeStatus.Failed, Failure = seen.Failure };
                break;
            case ExecutionCompleted completed:
                Completed = completed;
                break;
        }
    }

    private string DeliveryKey(EventSent sent) => $"{Started!.ExecutionId}/{sent.Id}";

    private void StartOver()
    {
        events.Clear();
        openTasks.Clear();
        openTimers.Clear();
        CustomStatus = null;
        HasUnprocessed = false;
    }
}
