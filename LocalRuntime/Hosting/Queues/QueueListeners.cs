using LocalRuntime.Hosting.Invocation;
using LocalRuntime.Hosting.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Hosting.Queues;

/// <summary>Runs a listener for each queue function.</summary>
internal sealed class QueueListeners(
    FunctionCatalog catalog, FunctionRunner runner, RequestsFirst requests, StorageConnections storage, HostJson hostJson, HostShutdown shutdown,
    IConfiguration configuration, ILogger<QueueListener> logger) : IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly QueueWakeUp wakeUp = new();
    private Task[] running = [];

    public Task StartAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        running = [.. from function in catalog.WithTrigger<QueueTriggerAttribute>()
                      let queueName = AppSettings.Resolve(function.Trigger.QueueName, configuration)
                      let invocation = new QueueInvocation(function.Function, runner, requests, hostJson.FunctionTimeout, shutdown)
                      let listener = new QueueListener(storage.Queues(function.Trigger.Connection), queueName, invocation, hostJson.Queues, wakeUp, logger)
                      select Task.Run(() => listener.RunAsync(stopping.Token), CancellationToken.None)];
        return Task.CompletedTask;
    }

    /// <summary>Takes no more messages and waits for those under way.</summary>
    public async Task StopAsync()
    {
        await stopping.CancelAsync();
        await Task.WhenAll(running);
    }

    public void Dispose()
    {
        stopping.Dispose();
        wakeUp.Dispose();
    }
}
