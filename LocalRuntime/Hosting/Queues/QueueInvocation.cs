using Azure.Storage.Queues.Models;
using LocalRuntime.Hosting.Invocation;

namespace LocalRuntime.Hosting.Queues;

/// <summary>Runs a queue function on one message.</summary>
internal sealed class QueueInvocation(Function function, FunctionRunner runner, RequestsFirst requests, TimeSpan timeout, HostShutdown shutdown)
{
    public string FunctionName => function.Name;

    public async Task RunAsync(QueueMessage message, int maxDequeueCount)
    {
        await requests.LetBeginAsync(shutdown.Forced);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(shutdown.Forced);
        cancellation.CancelAfter(timeout);
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
        {
            ["QueueTrigger"] = message.Body.ToString(),
            ["Id"] = message.MessageId,
            ["PopReceipt"] = message.PopReceipt,
            ["DequeueCount"] = message.DequeueCount,
            ["InsertionTime"] = message.InsertedOn,
            ["ExpirationTime"] = message.ExpiresOn,
            ["NextVisibleTime"] = message.NextVisibleOn,
        };
        await runner.RunAsync(function, new InvocationTrigger(message, data, (int)message.DequeueCount - 1, maxDequeueCount - 1), cancellation.Token);
    }
}
