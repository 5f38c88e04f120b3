using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using RegelLoket.AzureLane.Wire;

namespace RegelLoket.AzureLane;

/// <summary>The host's work on storage: it listens to the queues of the triggers; and the mails, for the tests.</summary>
internal sealed class AzureStorage(BlobServiceClient blobs, QueueServiceClient queues)
{
    private const int AtOnce = 16;
    private const int Success = 1;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>The mails of the mailbox that stands for the mail service, the newest first.</summary>
    public async Task<IReadOnlyList<JsonElement>> MailsAsync()
    {
        var mailbox = blobs.GetBlobContainerClient("mailbox");
        var mails = new List<JsonElement>();
        if (await mailbox.ExistsAsync())
        {
            await foreach (var blob in mailbox.GetBlobsAsync())
            {
                mails.Add((await mailbox.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToObjectFromJson<JsonElement>());
            }
        }

        mails.Reverse();
        return mails;
    }

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
                if (response.Result.Status == Success)
                {
                    await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, stopping);
                }
            }
        }
    }
}
