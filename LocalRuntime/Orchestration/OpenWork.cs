using Microsoft.DurableTask;

namespace LocalRuntime.Orchestration;

/// <summary>A task that the orchestrator may await, of whatever type, to be ended by an event of history.</summary>
internal interface IOpenTask
{
    Type ResultType { get; }

    bool IsEnded { get; }

    void Complete(string? data, DataConverter converter);

    void Fail(Exception exception);

    void Cancel(CancellationToken cancellation);
}

/// <inheritdoc cref="IOpenTask"/>
internal sealed class OpenTask<T> : IOpenTask
{
    private readonly TaskCompletionSource<T> source = new();

    public Task<T> Task => source.Task;

    public Type ResultType => typeof(T);

    public bool IsEnded => source.Task.IsCompleted;

    public void Complete(string? data, DataConverter converter) => source.TrySetResult(converter.Deserialize<T>(data)!);

    public void Fail(Exception exception) => source.TrySetException(exception);

    public void Cancel(CancellationToken cancellation) => source.TrySetCanceled(cancellation);
}

/// <summary>What the orchestrator asked for and has no answer to yet, by task number.</summary>
internal sealed record OpenCall(string Name, IOpenTask Task);

/// <summary>
/// External events by name, without regard to case: those that came early, first in first out, and those who wait, newest
/// first. Who gave up waiting is passed over, so an event is never lost on him.
/// </summary>
internal sealed class EventInbox(DataConverter converter)
{
    private readonly Dictionary<string, Queue<EventRaised>> early = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Stack<IOpenTask>> waiting = new(StringComparer.OrdinalIgnoreCase);

    public bool HasWaiters => waiting.Values.Any(stack => stack.Any(waiter => !waiter.IsEnded));

    public IEnumerable<EventRaised> Unprocessed => early.Values.SelectMany(queue => queue).OrderBy(raised => arrival.IndexOf(raised));

    private readonly List<EventRaised> arrival = [];

    public void Deliver(EventRaised raised)
    {
        if (waiting.TryGetValue(raised.Name, out var stack))
        {
            while (stack.TryPop(out var waiter))
            {
                if (!waiter.IsEnded)
                {
                    waiter.Complete(raised.Payload, converter);
                    return;
                }
            }
        }

        if (!early.TryGetValue(raised.Name, out var queue))
        {
            early[raised.Name] = queue = new();
        }

        queue.Enqueue(raised);
        arrival.Add(raised);
    }

    public Task<T> WaitFor<T>(string name, Action<IOpenTask> onCancel, CancellationToken cancellation)
    {
        var waiter = new OpenTask<T>();
        if (cancellation.IsCancellationRequested)
        {
            waiter.Cancel(cancellation);
            return waiter.Task;
        }

        if (early.TryGetValue(name, out var queue) && queue.TryDequeue(out var raised))
        {
            arrival.Remove(raised);
            waiter.Complete(raised.Payload, converter);
            return waiter.Task;
        }

        if (!waiting.TryGetValue(name, out var stack))
        {
            waiting[name] = stack = new();
        }

        if (stack.FirstOrDefault(other => !other.IsEnded && other.ResultType != typeof(T)) is { } other)
        {
            throw new ArgumentException(
                $"Event '{name}' is already awaited as {other.ResultType}; it cannot be awaited as {typeof(T)} at the same time.", nameof(name));
        }

        stack.Push(waiter);
        cancellation.Register(() => onCancel(waiter));
        return waiter.Task;
    }
}
