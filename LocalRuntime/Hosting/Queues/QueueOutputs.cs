using System.Collections;
using System.Collections.Concurrent;
using Azure.Storage.Queues;
using LocalRuntime.Hosting.Invocation;
using LocalRuntime.Hosting.Storage;
using Microsoft.Azure.Functions.Worker;

namespace LocalRuntime.Hosting.Queues;

/// <summary>Sends what functions return through [QueueOutput]: one message, or one for each element of an array or list.</summary>
internal sealed class QueueOutputs(StorageConnections storage, PayloadSerializer serializer, HostJson hostJson)
{
    private readonly ConcurrentDictionary<(string?, string), Lazy<Task<QueueClient>>> clients = new();

    public async Task SendAsync(LocalFunctionContext context)
    {
        foreach (var output in context.Function.Outputs)
        {
            if (output.Binding is QueueOutputAttribute binding && context.Outcome.OutputValue(output) is { } value)
            {
                var queue = await OpenAsync(binding);
                foreach (var message in Messages(value))
                {
                    await queue.SendMessageAsync(QueueEncoding.Encode(message, hostJson.Queues.Base64), cancellationToken: context.CancellationToken);
                }
            }
        }
    }

    private IEnumerable<BinaryData> Messages(object value) => value switch
    {
        string text => [new BinaryData(text)],
        byte[] bytes => [new BinaryData(bytes)],
        BinaryData data => [data],
        IDictionary => [new BinaryData(serializer.Serialize(value))],
        IEnumerable many => many.Cast<object?>().OfType<object>().SelectMany(Messages),
        _ => [new BinaryData(serializer.Serialize(value))],
    };

    private async Task<QueueClient> OpenAsync(QueueOutputAttribute binding)
    {
        var key = (binding.Connection, binding.QueueName);
        var open = clients.GetOrAdd(key, _ => new Lazy<Task<QueueClient>>(async () =>
        {
            var queue = storage.Queues(binding.Connection).GetQueueClient(binding.QueueName);
            await queue.CreateIfNotExistsAsync();
            return queue;
        }));
        try
        {
            return await open.Value;
        }
        catch
        {
            // A queue that could not be made now is tried anew by the next message.
            clients.TryRemove(KeyValuePair.Create(key, open));
            throw;
        }
    }
}
