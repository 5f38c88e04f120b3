using System.Collections.Concurrent;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Orchestration;

/// <summary>What all instances of a hub share: storage, clock, timers, places for turns and activities, and who is open.</summary>
internal sealed partial class Engine : IDisposable
{
    // What the histories kept in memory may take, as text; as objects it is a few times that.
    private const long LoadedLimit = 2 * 1024 * 1024;

    private const int ConcurrentReads = 16;

    private readonly InstanceStore store;
    private readonly IFunctionExecutor executor;
    private readonly TimeProvider clock;
    private readonly ILoggerFactory loggers;
    private readonly Func<Task<bool>> holdsLock;
    private readonly SemaphoreSlim turns;
    private readonly SemaphoreSlim activities;
    private readonly SemaphoreSlim reads = new(ConcurrentReads);
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource dead = new();
    private readonly ConcurrentDictionary<Task, bool> running = new();
    private int changes;
    private readonly ConcurrentDictionary<string, Instance> open = new(StringComparer.Ordinal);

    public Engine(
        InstanceStore store,
        IFunctionExecutor executor,
        DataConverter converter,
        TaskHubOptions options,
        TimeProvider clock,
        ILoggerFactory loggers,
        Func<Task<bool>> holdsLock)
    {
        this.store = store;
        this.executor = executor;
        this.clock = clock;
        this.loggers = loggers;
        this.holdsLock = holdsLock;
        Converter = converter;
        Options = options;
        Logger = loggers.CreateLogger("LocalRuntime.Orchestration");
        Timers = new TimerQueue(clock);
        turns = new SemaphoreSlim(options.MaxConcurrentOrchestrators);
        activities = new SemaphoreSlim(options.MaxConcurrentActivities);
    }

    public TaskHubOptions Options { get; }

    public DataConverter Converter { get; }

    public ILogger Logger { get; }

    public TimerQueue Timers { get; }

    public LoadedInstances Loaded { get; } = new(LoadedLimit);

    public InstanceStore Store => store;

    /// <summary>Cancelled when the hub stops: nothing new begins.</summary>
    public CancellationToken Stopping => stopping.Token;

    /// <summary>The open instances, also those that finished and are being sealed.</summary>
    public ICollection<Instance> Open => open.Values;

    public Instance? Find(string id) => open.GetValueOrDefault(id);

    /// <summary>The present, but never before what history holds.</summary>
    public DateTime Now(DateTime last)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return now > last ? now : last;
    }

    public Task<bool> HoldsLockAsync() => holdsLock();

    /// <summary>How many histories grew since the last checkpoint.</summary>
    public int ChangesSinceCheckpoint => Volatile.Read(ref changes);

    public void NoteChange() => Interlocked.Increment(ref changes);

    public Checkpoint TakeCheckpoint()
    {
        Interlocked.Exchange(ref changes, 0);
        return new Checkpoint(
        [
            .. open.Values.Where(instance => instance is { IsAtRest: true, View: not null })
                .Select(instance => new RestingInstance(instance.Id, instance.End, instance.View!.Summary, instance.NextTimer)),
        ]);
    }

    public void Track(Task task)
    {
        running[task] = true;
        task.ContinueWith(
            ended =>
            {
                running.TryRemove(ended, out _);
                if (ended.Exception is { } failure && !Stopping.IsCancellationRequested)
                {
                    Logger.LogError(failure, "The engine could not go on with a step.");
                }
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    /// <summary>Opens what a listing found: at rest where the checkpoint vouches for it, else to be read.</summary>
    public Instance Admit(OpenBlob blob, RestingInstance? resting)
    {
        var instance = open.GetOrAdd(blob.Id, id => new Instance(this, id));
        if (resting is not null && resting.End == blob.End)
        {
            instance.Rest(resting);
        }

        return instance;
    }

    /// <summary>Creates an instance; null when one of this id is open already.</summary>
    public async Task<Instance?> CreateAsync(string id, ExecutionStarted started, CancellationToken cancellation)
    {
        var instance = new Instance(this, id);
        instance.Reserve();
        if (!open.TryAdd(id, instance))
        {
            return null;
        }

        try
        {
            var lines = await BeginningAsync(instance, started);
            var text = HistoryFormat.Write(lines);
            if (await store.CreateAsync(id, text, cancellation) is not { } end)
            {
                // A start that was thought to have failed did make it; it goes on as what it is.
                instance.Recover();
                return null;
            }

            instance.Begin(lines, end, text.Length);
            return instance;
        }
        catch
        {
            Remove(instance);
            throw;
        }
    }

    /// <summary>The start and, where it may run now, the first turn: what is durable with the creation itself.</summary>
    private async Task<IReadOnlyList<HistoryEvent>> BeginningAsync(Instance instance, ExecutionStarted started)
    {
        var now = Now(started.At);
        return CanRun(new History([started]), now) ? [started, .. await RunTurnAsync(instance, [started], started, now)] : [started];
    }

    public void Remove(Instance instance)
    {
        open.TryRemove(new KeyValuePair<string, Instance>(instance.Id, instance));
        Loaded.Remove(instance);
        instance.Leave();
    }

    public async Task<OpenHistory?> ReadAsync(string id)
    {
        await reads.WaitAsync(dead.Token);
        try
        {
            return await StorageRetry.UntilDoneAsync(token => store.ReadOpenAsync(id, token), "read a history", Logger, dead.Token);
        }
        finally
        {
            reads.Release();
        }
    }

    public Task<HistoryEnd> AppendAsync(string id, long position, IReadOnlyList<HistoryEvent> lines)
    {
        var text = HistoryFormat.Write(lines);
        return StorageRetry.UntilDoneAsync(token => store.AppendAsync(id, position, text, token), "append to a history", Logger, dead.Token);
    }

    /// <summary>Replaces a history by its present execution, in one request; null where that is too much for one.</summary>
    public Task<HistoryEnd?> BeginAnewAsync(string id, HistoryEnd end, IReadOnlyList<HistoryEvent> lines)
    {
        var text = HistoryFormat.Write(lines);
        return StorageRetry.UntilDoneAsync(token => store.BeginAnewAsync(id, end, text, token), "begin a history anew", Logger, dead.Token);
    }

    /// <summary>Whether messages wait that a turn may take in now.</summary>
    public bool CanRun(History known, DateTime now) =>
        known is { HasUnprocessed: true, IsFinished: false, IsSuspended: false }
        && (known.Started!.StartAt is not { } start || start <= now)
        && TakesOn(known.Started.Version);

    /// <summary>Whether this host runs orchestrations of a version; what it does not run waits for a host that does.</summary>
    private bool TakesOn(string? version) =>
        Options.VersionFailureStrategy == DurableTaskWorkerOptions.VersionFailureStrategy.Fail || Matches(version);

    public async Task<IReadOnlyList<HistoryEvent>> RunTurnAsync(
        Instance instance, IReadOnlyList<HistoryEvent> history, ExecutionStarted started, DateTime now)
    {
        if (!Matches(started.Version))
        {
            var failure = new Failure(
                "VersionMismatch", $"Version '{started.Version}' of orchestrator '{started.Name}' does not match this app's version '{Options.DefaultVersion}'.");
            return
            [
                new OrchestratorStarted { At = now },
                new ExecutionCompleted { At = now, Status = OrchestrationRuntimeStatus.Failed, Failure = failure },
            ];
        }

        await turns.WaitAsync(Stopping);
        try
        {
            var turn = new OrchestrationTurn(executor, Converter, loggers, instance.Id, () => ReportForeignAwait(instance, started.Name));
            return turn.Run(history, now);
        }
        finally
        {
            turns.Release();
        }
    }

    /// <summary>Begins nothing new, and waits a while for what is under way.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        Timers.Dispose();
        await stopping.CancelAsync();
        await Task.WhenAny(Task.WhenAll(running.Keys), Task.Delay(patience, TimeProvider.System));
    }

    /// <summary>Ends at once, as a crash would.</summary>
    public async Task AbandonAsync()
    {
        Timers.Dispose();
        await stopping.CancelAsync();
        await dead.CancelAsync();
    }

    public void Dispose()
    {
        Timers.Dispose();
        stopping.Cancel();
        dead.Cancel();
    }

    private bool Matches(string? version) => Options.VersionMatchStrategy switch
    {
        DurableTaskWorkerOptions.VersionMatchStrategy.Strict => VersionOrder.Compare(version, Options.DefaultVersion) == 0,
        DurableTaskWorkerOptions.VersionMatchStrategy.CurrentOrOlder => VersionOrder.Compare(version, Options.DefaultVersion) <= 0,
        _ => true,
    };

    private void ReportForeignAwait(Instance instance, string orchestrator) =>
        Track(instance.PostAsync(new ForeignAwaitSeen(Failure.From(new InvalidOperationException(OrchestrationTurn.IllegalAwait(orchestrator))))));
}
