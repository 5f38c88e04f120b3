using System.Collections.Concurrent;
using Grpc.Core;
using LocalHost.Worker.Wire;

namespace LocalHost.Worker;

/// <summary>A stream to one worker: its functions, its HTTP address and the invocations in progress.</summary>
internal sealed class WorkerSession(IServerStreamWriter<StreamingMessage> worker) : IDisposable
{
    private readonly SemaphoreSlim writing = new(1);

    public ConcurrentDictionary<string, TaskCompletionSource<InvocationResponse>> UnderWay { get; } = new();

    public Dictionary<string, string> FunctionIds { get; } = [];

    public Uri? HttpAddress { get; set; }

    public int Loaded { get; set; }

    public bool HasEnded { get; private set; }

    /// <exception cref="WorkerProcessExitException">The worker is gone.</exception>
    public async Task SendAsync(StreamingMessage message)
    {
        if (!await TrySendAsync(message))
        {
            throw new WorkerProcessExitException();
        }
    }

    /// <summary>Sends a message; false when the worker is gone.</summary>
    public async Task<bool> TrySendAsync(StreamingMessage message)
    {
        if (HasEnded)
        {
            return false;
        }

        await writing.WaitAsync();
        try
        {
            await worker.WriteAsync(message);
            return true;
        }
        catch (Exception gone) when (gone is InvalidOperationException or IOException or OperationCanceledException)
        {
            return false;
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Fails the invocations in progress as the durable extension expects when a worker ends.</summary>
    public void End()
    {
        HasEnded = true;
        Abandon();
    }

    /// <summary>Fails the invocations in progress, although the worker may still run.</summary>
    public void Abandon()
    {
        foreach (var waiting in UnderWay.Values)
        {
            waiting.TrySetException(new WorkerProcessExitException());
        }
    }

    // The semaphore has no wait handle of its own; a late sender may still release it.
    public void Dispose() => HasEnded = true;
}
