using System.Security.Cryptography;
using System.Text;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Orchestration;

/// <summary>The context of one turn: answers from history what history knows, and collects what is asked anew.</summary>
internal sealed class OrchestrationContext(
    string instanceId,
    ExecutionStarted started,
    DataConverter converter,
    ILoggerFactory loggers,
    OrchestrationScheduler scheduler) : TaskOrchestrationContext
{
    private static readonly Guid NamespaceOfNewGuid = new("9e952958-5e33-4daf-827f-2fa12937b875");

    private readonly Dictionary<int, OpenCall> open = [];
    private readonly SortedDictionary<int, NumberedAction> unrecorded = [];
    private readonly List<HistoryEvent> notes = [];
    private readonly EventInbox inbox = new(converter);
    private readonly List<EventRaised> afterContinueAsNew = [];
    private DateTime now;
    private bool replaying = true;
    private int nextTaskId;
    private int nextGuid;

    public override TaskName Name => started.Name;

    public override string InstanceId => instanceId;

    public override string Version => started.Version ?? string.Empty;

    public override ParentOrchestrationInstance? Parent { get; } =
        started.Parent is { } parent ? new ParentOrchestrationInstance(parent.Name, parent.InstanceId) : null;

    public override DateTime CurrentUtcDateTime => now;

    public override bool IsReplaying => replaying;

    protected override ILoggerFactory LoggerFactory => loggers;

    /// <summary>What was asked and is not (yet) on record, in the order of asking.</summary>
    public IEnumerable<NumberedAction> Unrecorded => unrecorded.Values;

    /// <summary>Timers cancelled in the newest turn.</summary>
    public IEnumerable<HistoryEvent> Notes => notes;

    public bool HasOpenTasks => open.Count > 0;

    public bool HasWaiters => inbox.HasWaiters;

    public ContinueAsNewOptions? NextExecution { get; private set; }

    public string? CustomStatus { get; private set; }

    public void BeginTurn(DateTime time, bool isReplay)
    {
        now = time;
        replaying = isReplay;
    }

    /// <summary>Takes an action off the list of what was asked, because history holds it.</summary>
    public NumberedAction? TakeRecorded(int id) => unrecorded.Remove(id, out var action) ? action : null;

    public void Apply(Message message)
    {
        switch (message)
        {
            case TaskCompleted completed when open.Remove(completed.Id, out var call):
                Complete(call, completed);
                break;
            case TaskFailed failed when open.Remove(failed.Id, out var call):
                call.Task.Fail(new TaskFailedException(call.Name, failed.Id, failed.Failure.ToDetails()));
                break;
            case TimerFired fired when open.Remove(fired.Id, out var call):
                call.Task.Complete(null, converter);
                break;
            case EventRaised raised when NextExecution is not null:
                afterContinueAsNew.Add(raised);
                break;
            case EventRaised raised:
                inbox.Deliver(raised);
                break;
        }
    }

    /// <summary>The events that go along to the next execution.</summary>
    public IEnumerable<EventRaised> CarriedEvents() =>
        [.. NextExecution!.PreserveUnprocessedEvents ? inbox.Unprocessed : [], .. afterContinueAsNew];

    public override T GetInput<T>()
        where T : default => converter.Deserialize<T>(started.Input)!;

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        RefuseOptionsAsInput(input, options);
        var data = converter.Serialize(input);
        return Retries.RunAsync(this, options?.Retry, () => Ask<TResult>(
            name, id => new TaskScheduled { Id = id, Name = name, Input = data }));
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        RefuseOptionsAsInput(input, options);
        var data = converter.Serialize(input);
        var own = options as SubOrchestrationOptions;
        var version = own?.Version ?? options?.Version;
        return Retries.RunAsync(this, options?.Retry, () =>
        {
            EnsureTurn();
            var child = own?.InstanceId ?? NewGuid().ToString("N");
            return Ask<TResult>(orchestratorName, id => new SubOrchestrationCreated
            {
                Id = id, Name = orchestratorName, InstanceId = child, Input = data, Version = version?.Version,
            });
        });
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        var due = fireAt.ToUniversalTime();
        var id = 0;
        var task = new OpenTask<object>();
        Ask("timer", task, number =>
        {
            id = number;
            return new TimerCreated { Id = number, FireAt = due };
        });
        cancellationToken.Register(() => CancelOnTurn(
            task,
            () =>
            {
                open.Remove(id);
                if (!replaying)
                {
                    notes.Add(new TimerCanceled(id));
                }
            },
            cancellationToken));
        return task.Task;
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        EnsureTurn();
        return inbox.WaitFor<T>(eventName, waiter => CancelOnTurn(waiter, () => { }, cancellationToken), cancellationToken);
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        EnsureTurn();
        var id = nextTaskId++;
        unrecorded[id] = new EventSent { Id = id, InstanceId = instanceId, Name = eventName, Payload = converter.Serialize(payload) };
    }

    public override void SetCustomStatus(object? customStatus) => CustomStatus = converter.Serialize(customStatus);

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        RefuseOptionsAsInput(newInput, null);
        ContinueAsNew(new ContinueAsNewOptions { NewInput = newInput, PreserveUnprocessedEvents = preserveUnprocessedEvents });
    }

    public override void ContinueAsNew(ContinueAsNewOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        EnsureTurn();
        NextExecution = options;
    }

    public override Guid NewGuid()
    {
        Span<byte> named = [.. NamespaceOfNewGuid.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes($"{instanceId}_{now:o}_{nextGuid++}")];
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 4122 name-based identifiers (version 5) are defined over SHA-1; nothing is protected by it.
        SHA1.HashData(named, hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    private void Complete(OpenCall call, TaskCompleted completed)
    {
        try
        {
            call.Task.Complete(completed.Result, converter);
        }
#pragma warning disable CA1031 // A result that does not fit is told to the code that awaits it.
        catch (Exception unfit)
#pragma warning restore CA1031
        {
            call.Task.Fail(unfit);
        }
    }

    private static void RefuseOptionsAsInput(object? input, TaskOptions? options)
    {
        if (input is TaskOptions && options is null)
        {
            throw new ArgumentException("Task options were passed as input; pass them as the argument 'options'.", nameof(input));
        }
    }

    private Task<TResult> Ask<TResult>(string name, Func<int, NumberedAction> action)
    {
        var task = new OpenTask<TResult>();
        Ask(name, task, action);
        return task.Task;
    }

    private void Ask(string name, IOpenTask task, Func<int, NumberedAction> action)
    {
        EnsureTurn();
        var id = nextTaskId++;
        unrecorded[id] = action(id);
        open[id] = new OpenCall(name, task);
    }

    private void CancelOnTurn(IOpenTask task, Action forget, CancellationToken cancellation)
    {
        if (!scheduler.IsTurnThread)
        {
            scheduler.ReportForeignWork();
        }
        else if (!task.IsEnded)
        {
            forget();
            task.Cancel(cancellation);
        }
    }

    private void EnsureTurn()
    {
        if (!scheduler.IsTurnThread)
        {
            scheduler.ReportForeignWork();
            throw new InvalidOperationException(OrchestrationTurn.IllegalAwait(started.Name));
        }
    }
}
