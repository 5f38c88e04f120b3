using System.Diagnostics;

namespace LocalRuntime.Hosting.Invocation;

/// <summary>
/// Lets requests go before the work behind them. In Azure the HTTP functions have instances of their own (Flex Consumption scales
/// them apart from queues and durable functions); here all share one machine. While several requests are under way, messages and
/// activities begin one after the other, each after a short wait; a request alone delays nothing, and nothing waits for ever.
/// </summary>
internal sealed class RequestsFirst : IDisposable
{
    /// <summary>From so many requests at once on, the machine is busy: one may well wait for what it holds up itself.</summary>
    private const int Busy = 2;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim line = new(1);
    private readonly Lock counting = new();
    private TaskCompletionSource calm = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int underWay;

    /// <summary>Runs a request, and counts it as long as it is under way.</summary>
    public async Task RunAsync(Func<Task> request)
    {
        Count(1);
        try
        {
            await request();
        }
        finally
        {
            Count(-1);
        }
    }

    /// <summary>Returns when background work may begin.</summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public async Task LetBeginAsync(CancellationToken cancellation)
    {
        if (Volatile.Read(ref underWay) < Busy)
        {
            return;
        }

        await line.WaitAsync(cancellation);
        try
        {
            if (Calm() is { IsCompleted: false } becomesCalm)
            {
                await Task.WhenAny(becomesCalm, Task.Delay(LongestWait, cancellation));
                cancellation.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            line.Release();
        }
    }

    public void Dispose() => line.Dispose();

    private Task Calm()
    {
        lock (counting)
        {
            return underWay < Busy ? Task.CompletedTask : calm.Task;
        }
    }

    private void Count(int change)
    {
        lock (counting)
        {
            underWay += change;
            Debug.Assert(underWay >= 0, "Each request ends once.");
            if (underWay < Busy)
            {
                calm.TrySetResult();
            }
            else if (calm.Task.IsCompleted)
            {
                calm = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }
}
