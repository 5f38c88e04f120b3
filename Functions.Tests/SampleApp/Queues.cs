using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace SampleApp;

/// <summary>Sends messages.</summary>
public sealed class Queues(IConfiguration configuration)
{
    private readonly QueueServiceClient service = new(
        configuration["AzureWebJobsStorage"], new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    public async Task SendAsync(string queue, BinaryData message)
    {
        var client = service.GetQueueClient(queue);
        await client.CreateIfNotExistsAsync();
        await client.SendMessageAsync(message);
    }
}
