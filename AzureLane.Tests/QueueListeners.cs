using Azure.Storage.Queues;
using RegelLoket.AzureLane.Wire;

namespace RegelLoket.AzureLane;

/// <summary>Listens to the queues of the triggers, as the host does.</summary>
internal sealed class QueueListeners(QueueServiceClient queues)
{
    private const int AtOnce = 16;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public async Task ListenAsync(AppFunction function, WorkerStream worker, CancellationToken stopping)
    {
        await worker.Ready;
        var queue = queues.GetQueueClient(function.Queue);
        await queue.CreateIfNotExistsAsync(cancellationToken: stopping);
        while (true)
        {
            await Task.Delay(Pause, stopping);
            foreach (var message in (await queue.ReceiveMessagesAsync(AtOnce, cancellationToken: stopping)).Value)
            {
                var response = await worker.InvokeAsync(function, $"{Guid.NewGuid()}", new TypedData { Text = message.Body.ToString() }, [new("DequeueCount", $"{message.DequeueCount}"), new("Id", message.MessageId)]);
                if (response.Result.Status == StatusResult.Types.Status.Success)
                {
                    await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, stopping);
                }
            }
        }
    }
}
