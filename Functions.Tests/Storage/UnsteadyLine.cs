using Azure.Core;
using Azure.Core.Pipeline;

namespace RegelLoket.Tests.Storage;

/// <summary>A line to storage on which chosen requests wait until they are let go, or arrive while their answer is lost.</summary>
internal sealed class UnsteadyLine(Func<Request, bool> concerns) : HttpPipelinePolicy
{
    private readonly TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource? gate;
    private int lost;

    /// <summary>Ends when a request waits.</summary>
    public Task Held => held.Task;

    /// <summary>The next request waits until <see cref="LetGo"/>.</summary>
    public void HoldNext() => gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void LetGo() => gate?.TrySetResult();

    /// <summary>The next request arrives, and the client never reads what came of it.</summary>
    public void LoseNextAnswer() => lost = 1;

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (concerns(message.Request) && gate is { Task.IsCompleted: false } waiting)
        {
            held.TrySetResult();
            await waiting.Task.WaitAsync(message.CancellationToken);
        }

        await ProcessNextAsync(message, pipeline);
        if (concerns(message.Request) && Interlocked.Exchange(ref lost, 0) == 1)
        {
            throw new IOException("The connection was closed before the answer was read.");
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);
}
