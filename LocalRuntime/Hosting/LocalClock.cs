using System.Collections.Concurrent;

namespace LocalRuntime.Hosting;

/// <summary>
/// The clock of app, engine and timer triggers: real time plus an offset that only grows. Moving it fires at once every
/// timer that is due by then, so a wait of thirty days can be seen to end in a second. Elapsed time
/// (<see cref="TimeProvider.GetTimestamp"/>) stays real.
/// </summary>
public sealed class LocalClock : TimeProvider
{
    private readonly ConcurrentDictionary<LocalTimer, bool> armed = new();
    private long offsetTicks;

    /// <summary>Raised after the clock has moved.</summary>
    public event EventHandler? Moved;

    /// <summary>How far this clock is ahead of real time.</summary>
    public TimeSpan Offset => new(Interlocked.Read(ref offsetTicks));

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;

    /// <summary>Moves the clock; there is no way back, because what has happened cannot come after what will.</summary>
    public void MoveForward(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Interlocked.Add(ref offsetTicks, by.Ticks);
        foreach (var timer in armed.Keys)
        {
            timer.Rearm();
        }

        Moved?.Invoke(this, EventArgs.Empty);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new LocalTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class LocalTimer : ITimer
    {
        // Below what the system's own timers can take; a longer wait is armed in parts.
        private static readonly TimeSpan LongestPart = TimeSpan.FromDays(40);

        private readonly LocalClock clock;
        private readonly TimerCallback callback;
        private readonly object? state;
        private readonly ITimer system;
        private readonly Lock gate = new();
        private DateTimeOffset? due;
        private TimeSpan period;
        private bool inParts;

        public LocalTimer(LocalClock clock, TimerCallback callback, object? state)
        {
            this.clock = clock;
            this.callback = callback;
            this.state = state;
            system = System.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (gate)
            {
                this.period = period;
                due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.GetUtcNow() + dueTime;
                return Arm();
            }
        }

        public void Rearm()
        {
            lock (gate)
            {
                Arm();
            }
        }

        public void Dispose()
        {
            lock (gate)
            {
                due = null;
                Armed.TryRemove(this, out _);
            }

            system.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private ConcurrentDictionary<LocalTimer, bool> Armed => clock.armed;

        private bool Arm()
        {
            if (due is not { } at)
            {
                Armed.TryRemove(this, out _);
                return system.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }

            Armed[this] = true;
            var wait = at - clock.GetUtcNow();
            inParts = wait > LongestPart;
            return system.Change(inParts ? LongestPart : wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }

        private void Fire()
        {
            lock (gate)
            {
                if (due is null)
                {
                    return;
                }

                if (inParts)
                {
                    Arm();
                    return;
                }

                due = period > TimeSpan.Zero ? clock.GetUtcNow() + period : null;
                Arm();
            }

            callback(state);
        }
    }
}
