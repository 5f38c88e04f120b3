using LocalRuntime.Hosting;

namespace RegelLoket.Tests.LocalRuntime.Hosting;

/// <summary>The clock that can be moved forward.</summary>
public sealed class LocalClockTests
{
    [Fact]
    public async Task MoveForward_PastADelay_EndsItAtOnce()
    {
        var clock = new LocalClock();
        var delay = Task.Delay(TimeSpan.FromDays(30), clock);

        clock.MoveForward(TimeSpan.FromDays(29));
        Assert.False(delay.IsCompleted);
        clock.MoveForward(TimeSpan.FromDays(1));

        await delay;
    }

    [Fact]
    public void MoveForward_ShowsInTheTimeAndRaisesMoved()
    {
        var clock = new LocalClock();
        var moves = 0;
        clock.Moved += (_, _) => moves++;
        var before = clock.GetUtcNow();

        clock.MoveForward(TimeSpan.FromHours(5));

        Assert.True(clock.GetUtcNow() - before >= TimeSpan.FromHours(5));
        Assert.Equal(TimeSpan.FromHours(5), clock.Offset);
        Assert.Equal(1, moves);
    }

    [Fact]
    public void MoveForward_Backwards_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LocalClock().MoveForward(TimeSpan.FromSeconds(-1)));

    [Fact]
    public async Task Timer_Periodic_FiresOnceForAJumpAndAgainAfterIt()
    {
        var clock = new LocalClock();
        using var fired = new SemaphoreSlim(0);
        await using var timer = clock.CreateTimer(_ => fired.Release(), null, TimeSpan.FromHours(1), TimeSpan.FromHours(1));

        clock.MoveForward(TimeSpan.FromHours(12));
        await fired.WaitAsync();
        clock.MoveForward(TimeSpan.FromHours(2));
        await fired.WaitAsync();

        Assert.Equal(0, fired.CurrentCount);
    }

    [Fact]
    public void Timer_DisposedOrStopped_DoesNotFire()
    {
        var clock = new LocalClock();
        var fired = 0;
        var disposed = clock.CreateTimer(_ => Interlocked.Increment(ref fired), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        var stopped = clock.CreateTimer(_ => Interlocked.Increment(ref fired), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        disposed.Dispose();
        stopped.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        clock.MoveForward(TimeSpan.FromDays(1));
        using var barrier = new ManualResetEventSlim();
        using var later = clock.CreateTimer(_ => barrier.Set(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        barrier.Wait();

        Assert.Equal(0, fired);
    }

    [Fact]
    public async Task CancelAfter_OnThisClock_FollowsIt()
    {
        var clock = new LocalClock();
        using var cancellation = new CancellationTokenSource(TimeSpan.FromDays(40), clock);

        clock.MoveForward(TimeSpan.FromDays(41));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Delay(Timeout.InfiniteTimeSpan, cancellation.Token));
    }
}
