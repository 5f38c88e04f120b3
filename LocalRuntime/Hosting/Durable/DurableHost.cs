using LocalRuntime.Hosting.Invocation;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Hosting.Durable;

/// <summary>The task hub of this host.</summary>
internal sealed class DurableHost(FunctionCatalog catalog)
{
    public DurableTaskClient Client => throw new StartupException("Durable functions do not run on this host yet.");

    public Task StartAsync(CancellationToken cancellation) => catalog.HasDurable ? Task.FromException(new StartupException($"Durable functions do not run on this host yet {cancellation.CanBeCanceled}.")) : Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellation) => cancellation.IsCancellationRequested ? Task.CompletedTask : Task.CompletedTask;
}
