using System.Collections.Concurrent;
using Grpc.Core;
using LocalHost.Worker.Wire;

namespace LocalHost.Worker;

/// <summary>One stream to a worker: its functions, its HTTP address and the invocations under way.</summary>
internal sealed class WorkerSession(IServerStreamWriter<StreamingMessage> worker) : IDisposable
{
    private readonly SemaphoreSlim writing = new(1);

    public ConcurrentDictionary<string, TaskCompletionSource<InvocationResponse>> UnderWay { get; } = new();

    public Dictionary<string, string> FunctionIds { get; } = [];

    public Uri? HttpAddress { get; set; }

    public int Loaded { get; set; }

    public bool HasEnded { get; private set; }

    /// <exception cref="WorkerProcessExitException">The worker went away.</exception>
    public async Task SendAsync(StreamingMessage message)
    {
        if (!await TrySendAsync(message))
        {
            throw new WorkerProcessExitException();
        }
    }

    /// <summary>Sends; false where the worker is gone.</summary>
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

    /// <summary>Fails what is under way, in the way that the durable extension takes for a worker that ended.</summary>
    public void End()
    {
        HasEnded = true;
        foreach (var waiting in UnderWay.Values)
        {
            waiting.TrySetException(new WorkerProcessExitException());
        }
    }

    // The semaphore has no wait handle of its own; a late sender may still release it.
    public void Dispose() => HasEnded = true;
}
