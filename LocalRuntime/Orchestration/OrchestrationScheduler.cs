namespace LocalRuntime.Orchestration;

/// <summary>
/// Runs an orchestrator's code on one thread, in the order in which it was queued, for the length of one turn.
/// Work that comes from another thread, or after the turn, shows that the code awaited something that is not the context's.
/// </summary>
internal sealed class OrchestrationScheduler : TaskScheduler
{
    private readonly Queue<Task> queue = new();
    private readonly int thread = Environment.CurrentManagedThreadId;
    private volatile bool closed;

    /// <summary>Called when foreign work shows up after the turn.</summary>
    public Action? ForeignWorkAfterTurn { get; init; }

    /// <summary>Whether foreign work showed up during the turn.</summary>
    public bool SawForeignWork { get; private set; }

    public bool IsTurnThread => !closed && Environment.CurrentManagedThreadId == thread;

    public override int MaximumConcurrencyLevel => 1;

    public void Drain()
    {
        while (queue.TryDequeue(out var task))
        {
            TryExecuteTask(task);
        }
    }

    public void Close() => closed = true;

    public void ReportForeignWork()
    {
        SawForeignWork = true;
        if (closed)
        {
            ForeignWorkAfterTurn?.Invoke();
        }
    }

    protected override void QueueTask(Task task)
    {
        if (IsTurnThread)
        {
            queue.Enqueue(task);
        }
        else
        {
            ReportForeignWork();
        }
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => IsTurnThread && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
