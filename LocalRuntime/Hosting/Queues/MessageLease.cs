using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace LocalRuntime.Hosting.Queues;

/// <summary>
/// Keeps a message hidden while its function runs. The lease is short and renewed, so that a message whose host was killed
/// comes back within seconds.
/// </summary>
internal sealed class MessageLease : IAsyncDisposable
{
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RenewAfter = TimeSpan.FromSeconds(3);

    private readonly QueueClient queue;
    private readonly QueueMessage message;
    private readonly CancellationTokenSource ended = new();
    private readonly Task renewal;
    private string popReceipt;

    public MessageLease(QueueClient queue, QueueMessage message)
    {
        this.queue = queue;
        this.message = message;
        popReceipt = message.PopReceipt;
        renewal = RenewAsync();
    }

    /// <summary>The message is done with.</summary>
    public async Task DeleteAsync()
    {
        await EndAsync();
        await queue.DeleteMessageAsync(message.MessageId, popReceipt);
    }

    /// <summary>The message comes back after this time.</summary>
    public async Task ReturnAsync(TimeSpan after)
    {
        await EndAsync();
        await queue.UpdateMessageAsync(message.MessageId, popReceipt, visibilityTimeout: after);
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        ended.Dispose();
    }

    private async Task EndAsync()
    {
        await ended.CancelAsync();
        await renewal;
    }

    private async Task RenewAsync()
    {
        while (true)
        {
            await Task.Delay(RenewAfter, ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (ended.IsCancellationRequested)
            {
                return;
            }

            try
            {
                popReceipt = (await queue.UpdateMessageAsync(message.MessageId, popReceipt, visibilityTimeout: Length)).Value.PopReceipt;
            }
            catch (Exception exception) when (Storage.StorageFailure.IsUnavailable(exception))
            {
                // Tried again at the next turn; a message that was not renewed in time is delivered once more.
            }
            catch (Azure.RequestFailedException)
            {
                // The message is gone or another has it: nothing is left to renew.
                return;
            }
        }
    }
}
