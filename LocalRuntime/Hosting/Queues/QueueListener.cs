using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using LocalRuntime.Hosting.Storage;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Hosting.Queues;

/// <summary>
/// Takes messages off one queue in batches. What fails comes back after host.json's visibilityTimeout, and at its
/// maxDequeueCount goes to the poison queue. An idle queue is asked ever less often; storage that is gone is waited for.
/// </summary>
internal sealed class QueueListener(
    QueueServiceClient service, string queueName, QueueInvocation invocation, QueueSettings settings, QueueWakeUp wakeUp, ILogger<QueueListener> logger)
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(100);

    private readonly QueueClient queue = service.GetQueueClient(queueName);
    private readonly QueueClient poison = service.GetQueueClient($"{queueName}-poison");
    private readonly HashSet<Task> underWay = [];

    public async Task RunAsync(CancellationToken stopping)
    {
        var wait = ShortestWait;
        var outage = false;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                wait = await TakeBatchAsync(stopping) ? ShortestWait : await IdleAsync(wait, stopping);
                outage = false;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
            catch (Exception exception)
            {
                if (!outage)
                {
                    logger.LogWarning("Queue {Queue} cannot be read; the host keeps trying. {Reason}", queueName, FirstLine(exception));
                }

                outage = true;
                await Task.Delay(TimeSpan.FromSeconds(1), stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await Task.WhenAll(underWay);
    }

    private async Task<bool> TakeBatchAsync(CancellationToken stopping)
    {
        QueueMessage[] messages;
        try
        {
            messages = await queue.ReceiveMessagesAsync(settings.BatchSize, MessageLease.Length, stopping);
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            await queue.CreateIfNotExistsAsync(cancellationToken: stopping);
            return false;
        }

        foreach (var message in messages)
        {
            underWay.Add(Task.Run(() => ProcessAsync(message), CancellationToken.None));
        }

        while (underWay.Count > settings.NewBatchThreshold)
        {
            underWay.Remove(await Task.WhenAny(underWay));
        }

        underWay.RemoveWhere(task => task.IsCompleted);
        return messages.Length > 0;
    }

    private async Task<TimeSpan> IdleAsync(TimeSpan wait, CancellationToken stopping)
    {
        await wakeUp.WaitAsync(queueName, wait, stopping);
        var longer = wait * 2;
        return longer < settings.MaxPollingInterval ? longer : settings.MaxPollingInterval;
    }

    private async Task ProcessAsync(QueueMessage message)
    {
        try
        {
            await using var lease = new MessageLease(queue, message);
            var decoded = QueueEncoding.Decode(message, settings.Base64);
            if (decoded is null || message.DequeueCount > settings.MaxDequeueCount)
            {
                await PoisonAsync(message, lease);
                return;
            }

            if (await SucceedsAsync(decoded))
            {
                await lease.DeleteAsync();
            }
            else if (message.DequeueCount >= settings.MaxDequeueCount)
            {
                await PoisonAsync(message, lease);
            }
            else
            {
                await lease.ReturnAsync(settings.VisibilityTimeout);
            }
        }
        catch (Exception exception)
        {
            // Storage would not take the outcome: the lease runs out and the message is delivered once more.
            logger.LogWarning("Message {Message} of queue {Queue} is delivered again: its outcome could not be kept. {Reason}",
                message.MessageId, queueName, FirstLine(exception));
        }
    }

    private async Task<bool> SucceedsAsync(QueueMessage message)
    {
        try
        {
            await invocation.RunAsync(message, settings.MaxDequeueCount);
            return true;
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "{Function} failed on message {Message}, attempt {Attempt} of {Attempts}.",
                invocation.FunctionName, message.MessageId, message.DequeueCount, settings.MaxDequeueCount);
            return false;
        }
    }

    private async Task PoisonAsync(QueueMessage message, MessageLease lease)
    {
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync(message.Body);
        await lease.DeleteAsync();
        logger.LogError("Message {Message} of queue {Queue} is now in {Poison}.", message.MessageId, queueName, poison.Name);
    }

    private static string FirstLine(Exception exception) =>
        (StorageFailure.IsUnavailable(exception) ? "Storage cannot be reached." : exception.Message).Split('\n')[0];
}
