using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Orchestration;

/// <summary>
/// One open orchestration: a mailbox, and a pump that works it off whenever there is something in it. A step takes all messages
/// that wait, runs one turn over them, and makes causes and consequences durable in a single append; only then does anybody
/// hear of it, and only then does what was asked for begin. At rest it holds no thread, and no history.
/// </summary>
internal sealed partial class Instance(Engine engine, string id)
{
    private readonly Lock gate = new();
    private List<Delivery> mailbox = [];
    private List<EventDelivered> delivered = [];
    private List<(Func<OrchestrationRuntimeStatus, bool> When, TaskCompletionSource<InstanceView> Source)>? watchers;
    private History? history;
    private List<HistoryEvent> unwritten = [];
    private readonly List<Task> sends = [];
    private bool isBusy;
    private bool isWoken;
    private bool isGone;
    private bool isFinishing;
    private bool needsRecovery = true;
    private bool hasNothingToRun;
    private int effectsUnderWay;
    private long beginningSize;

    public string Id => id;

    /// <summary>How far its history is written in storage.</summary>
    public HistoryEnd End { get; private set; } = new(0, "");

    /// <summary>When it wants to be woken next.</summary>
    public DateTime? NextTimer { get; private set; }

    /// <summary>What is durable; null until the history was first read after a restart.</summary>
    public InstanceView? View { get; private set; }

    /// <summary>Whether nothing is under way for it, so that a restart need not look into it.</summary>
    public bool IsAtRest => !isBusy && hasNothingToRun && Volatile.Read(ref effectsUnderWay) == 0;

    /// <summary>Completes when every event that it sent has arrived.</summary>
    public Task Sends => Task.WhenAll(sends);

    /// <summary>Completes when the instance is finished and sealed, or gone.</summary>
    public TaskCompletionSource Gone { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Holds back the pump while the instance is being created.</summary>
    public void Reserve() => isBusy = true;

    /// <summary>A new instance, whose creation with these first lines is durable; they are in the body where that has a length.</summary>
    public void Begin(IReadOnlyList<HistoryEvent> lines, HistoryEnd end, long size)
    {
        needsRecovery = false;
        history = new History(lines);
        unwritten = end.Length == 0 ? [.. lines] : [];
        End = end;
        beginningSize = size;
        engine.NoteChange();
        Publish(history);
        Follow(history, lines.OfType<NumberedAction>(), isRecovery: false);
        engine.Loaded.Touch(this, size);
        lock (gate)
        {
            isBusy = false;
            if (mailbox.Count > 0 || isWoken || engine.CanRun(history, engine.Now(history.LastEventAt)))
            {
                StartPump();
            }
        }
    }

    /// <summary>Begins to work, reading the history first where it is not known.</summary>
    public void Recover()
    {
        lock (gate)
        {
            isBusy = false;
        }

        Wake();
    }

    /// <summary>An instance of which a checkpoint knows all that is needed while it rests.</summary>
    public void Rest(RestingInstance resting)
    {
        End = resting.End;
        View = new InstanceView(resting.Summary, null);
        NextTimer = resting.NextTimer;
        hasNothingToRun = true;
        needsRecovery = false;
        if (NextTimer is { } due)
        {
            engine.Timers.Add(this, due);
        }
    }

    /// <summary>Completes when the message is durable: true, or false when it came too late to matter.</summary>
    public Task<bool> PostAsync(Message message, string? onlyForExecution = null)
    {
        var delivery = new Delivery(message, onlyForExecution);
        lock (gate)
        {
            if (isGone)
            {
                return Task.FromResult(false);
            }

            mailbox.Add(delivery);
            StartPump();
        }

        return delivery.Durable.Task;
    }

    public void Wake()
    {
        lock (gate)
        {
            if (!isGone)
            {
                isWoken = true;
                StartPump();
            }
        }
    }

    /// <summary>Notes that an event which this instance sent has arrived; goes on record with the next append.</summary>
    public void NoteDelivered(string key)
    {
        lock (gate)
        {
            delivered.Add(new EventDelivered(key));
        }
    }

    /// <summary>The view as soon as its status is as asked for.</summary>
    public Task<InstanceView> WatchAsync(Func<OrchestrationRuntimeStatus, bool> when, CancellationToken cancellation)
    {
        var source = new TaskCompletionSource<InstanceView>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (View is { } view && when(view.Summary.Status))
            {
                return Task.FromResult(view);
            }

            (watchers ??= []).Add((when, source));
        }

        return source.Task.WaitAsync(cancellation);
    }

    /// <summary>The view, read first where it is not known; null when the instance turns out not to be.</summary>
    public async Task<InstanceView?> FirstViewAsync(CancellationToken cancellation)
    {
        if (View is { } view)
        {
            return view;
        }

        var known = WatchAsync(_ => true, cancellation);
        return await Task.WhenAny(known, Gone.Task) == known ? await known : View;
    }

    /// <summary>Lets go of the history while nothing is going on.</summary>
    public void Unload()
    {
        lock (gate)
        {
            if (!isBusy && history is { IsFinished: false })
            {
                // What is not in the body is in the metadata, and is read from there again.
                unwritten = [];
                history = null;
                View = View is { } view ? view with { Payloads = null } : null;
            }
        }
    }

    /// <summary>Takes the instance out of the open ones.</summary>
    public void Leave()
    {
        lock (gate)
        {
            isGone = true;
            foreach (var delivery in mailbox)
            {
                delivery.Durable.TrySetResult(false);
            }

            mailbox = [];
        }

        Gone.TrySetResult();
    }

    private void StartPump()
    {
        if (!isBusy)
        {
            isBusy = true;
            _ = Task.Run(PumpAsync);
        }
    }

    private async Task PumpAsync()
    {
        List<Delivery> deliveries = [];
        try
        {
            var again = true;
            while (true)
            {
                lock (gate)
                {
                    deliveries = mailbox;
                    if (deliveries.Count == 0 && !again && !isWoken)
                    {
                        isBusy = false;
                        break;
                    }

                    mailbox = [];
                    isWoken = false;
                }

                engine.Stopping.ThrowIfCancellationRequested();
                again = await StepAsync(deliveries);
            }

            engine.Loaded.Touch(this, Math.Max(End.Length, beginningSize));
        }
        catch (OperationCanceledException) when (engine.Stopping.IsCancellationRequested)
        {
            Fail(deliveries, new InvalidOperationException($"Task hub '{engine.Options.HubName}' has stopped."));
        }
        catch (HistoryMovedException moved)
        {
            // A request of a host that died may still have arrived after this one read the history: read it again, and redo the step.
            engine.Logger.LogWarning("{Reason} Reading it again.", moved.Message);
            if (await engine.HoldsLockAsync())
            {
                Reload(deliveries);
            }
            else
            {
                Fail(deliveries, moved);
            }
        }
#pragma warning disable CA1031 // An instance that cannot go on must not take the others with it; it is logged and those who wait are told.
        catch (Exception broken)
#pragma warning restore CA1031
        {
            engine.Logger.LogError(broken, "Orchestration {InstanceId} cannot go on.", id);
            Fail(deliveries, broken);
        }
    }

    private void Reload(List<Delivery> deliveries)
    {
        lock (gate)
        {
            history = null;
            unwritten = [];
            needsRecovery = true;
            mailbox.InsertRange(0, deliveries);
            isBusy = false;
            StartPump();
        }
    }

    private void Fail(List<Delivery> deliveries, Exception reason)
    {
        lock (gate)
        {
            isGone = true;
            foreach (var delivery in deliveries.Concat(mailbox))
            {
                delivery.Durable.TrySetException(reason);
            }

            foreach (var (_, source) in watchers ?? [])
            {
                source.TrySetException(reason);
            }

            mailbox = [];
            watchers = null;
        }
    }

    private sealed record Delivery(Message Message, string? OnlyForExecution)
    {
        public bool IsFor(History known) => OnlyForExecution is null || known.Started?.ExecutionId == OnlyForExecution;

        public TaskCompletionSource<bool> Durable { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
