using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;

namespace SampleApp;

/// <summary>Queue and timer functions.</summary>
public sealed class TriggerSamples(Journal journal, Queues queues)
{
    [Function(nameof(TakeOrder))]
    public async Task TakeOrder([QueueTrigger("sample-orders")] Order order, int dequeueCount)
    {
        await journal.WriteAsync("orders", $"{order.Name} {order.Count} attempt {dequeueCount}");
        if (order.Count < 0)
        {
            throw new InvalidOperationException("An order for less than nothing.");
        }
    }

    [Function(nameof(TakeText))]
    public Task TakeText([QueueTrigger("sample-texts")] string text) =>
        queues.SendAsync("sample-echoes", new BinaryData($"echo of {text}"));

    [Function(nameof(TakeEcho))]
    public Task TakeEcho([QueueTrigger("sample-echoes")] string text) => journal.WriteAsync("echoes", text);

    [Function(nameof(TakeBytes))]
    public Task TakeBytes([QueueTrigger("%SampleQueue%")] byte[] bytes) => journal.WriteAsync("bytes", Convert.ToHexString(bytes));

    [Function(nameof(TakeMessage))]
    public Task TakeMessage([QueueTrigger("sample-messages")] QueueMessage message) =>
        journal.WriteAsync("messages", $"{message.MessageId} {message.Body} attempt {message.DequeueCount}");

    /// <summary>Takes as many seconds as its text has letters.</summary>
    [Function(nameof(TakeSlowly))]
    public async Task TakeSlowly([QueueTrigger("sample-slow")] string text, int dequeueCount, CancellationToken cancellation)
    {
        await journal.WriteAsync("slow", $"begins {dequeueCount}");
        await Task.Delay(TimeSpan.FromSeconds(text.Length), cancellation);
        await journal.WriteAsync("slow", $"ends {dequeueCount}");
    }

    [Function(nameof(Nightly))]
    public Task Nightly([TimerTrigger("0 30 4 * * *")] TimerInfo timer) => journal.WriteAsync("nightly", $"past due {timer.IsPastDue}");

    [Function(nameof(AtStart))]
    public Task AtStart([TimerTrigger("0 0 3 * * *", RunOnStartup = true)] TimerInfo timer) =>
        journal.WriteAsync("start", $"next {timer.ScheduleStatus?.Next:HH:mm}");
}
