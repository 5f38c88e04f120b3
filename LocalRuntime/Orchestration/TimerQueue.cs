namespace LocalRuntime.Orchestration;

/// <summary>The next timer of every waiting instance, and one timer of the clock for the earliest of them.</summary>
internal sealed class TimerQueue : IDisposable
{
    // A clock's timer takes at most some 49 days; a longer wait is looked at again on the way.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(20);

    private readonly Lock gate = new();
    private readonly PriorityQueue<Instance, DateTime> queue = new();
    private readonly TimeProvider clock;
    private readonly ITimer timer;
    private DateTime armedFor = DateTime.MaxValue;
    private bool disposed;

    public TimerQueue(TimeProvider clock)
    {
        this.clock = clock;
        timer = clock.CreateTimer(_ => FireDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Notes that the instance is to be woken at its next timer.</summary>
    public void Add(Instance instance, DateTime due)
    {
        lock (gate)
        {
            queue.Enqueue(instance, due);
            if (due < armedFor)
            {
                Arm();
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            timer.Dispose();
        }
    }

    private void FireDue()
    {
        List<Instance> due = [];
        lock (gate)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            while (queue.TryPeek(out var instance, out var at) && at <= now)
            {
                queue.Dequeue();

                // An entry that the instance has moved on from is dropped here.
                if (instance.NextTimer == at)
                {
                    due.Add(instance);
                }
            }

            Arm();
        }

        foreach (var instance in due)
        {
            instance.Wake();
        }
    }

    private void Arm()
    {
        if (disposed)
        {
            return;
        }

        if (!queue.TryPeek(out _, out var due))
        {
            armedFor = DateTime.MaxValue;
            timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }

        armedFor = due;
        var wait = due - clock.GetUtcNow().UtcDateTime;
        wait = wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestWait ? LongestWait : wait;

        // Rounded up to the millisecond that the clock's timers know, so that they never come early.
        timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
    }
}
