using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;

namespace SampleApp;

/// <summary>Queue and timer functions.</summary>
public sealed class TriggerSamples(Journal journal, TimeProvider clock)
{
    [Function(nameof(TakeOrder))]
    public async Task TakeOrder([QueueTrigger("sample-orders")] Order order, FunctionContext context, int dequeueCount)
    {
        await journal.WriteAsync("orders", $"{order.Name} {order.Count} attempt {dequeueCount} retry {context.RetryContext.RetryCount}");
        if (order.Count < 0)
        {
            throw new InvalidOperationException("An order for less than nothing.");
        }
    }

    [Function(nameof(TakeText))]
    [QueueOutput("sample-echoes")]
    public static string TakeText([QueueTrigger("sample-texts")] string text) => $"echo of {text}";

    [Function(nameof(TakeEcho))]
    public Task TakeEcho([QueueTrigger("sample-echoes")] QueueMessage message) => journal.WriteAsync("echoes", message.Body.ToString());

    [Function(nameof(TakeBytes))]
    public Task TakeBytes([QueueTrigger("%SampleQueue%")] byte[] bytes) => journal.WriteAsync("bytes", Convert.ToHexString(bytes));

    [Function(nameof(TakeSlowly))]
    public async Task TakeSlowly([QueueTrigger("sample-slow")] string text, int dequeueCount, CancellationToken cancellation)
    {
        await journal.WriteAsync("slow", $"begins {dequeueCount}");
        await Task.Delay(TimeSpan.FromSeconds(text.Length), cancellation);
        await journal.WriteAsync("slow", $"ends {dequeueCount}");
    }

    [Function(nameof(Nightly))]
    public Task Nightly([TimerTrigger("0 30 4 * * *")] TimerInfo timer) => journal.WriteAsync("nightly", $"past due {timer.IsPastDue}");

    [Function(nameof(NightlyAndSlow))]
    public async Task NightlyAndSlow([TimerTrigger("0 30 5 * * *")] TimerInfo timer)
    {
        await journal.WriteAsync("slow-nights", $"begins on {clock.GetUtcNow():yyyy-MM-dd}");
        await Task.Delay(TimeSpan.FromSeconds(1));
    }

    [Function(nameof(AtStart))]
    public Task AtStart([TimerTrigger("0 0 3 * * *", RunOnStartup = true)] TimerInfo timer) =>
        journal.WriteAsync("start", $"{clock.GetUtcNow():yyyy-MM-ddTHH:mm} past due {timer.IsPastDue} next {timer.ScheduleStatus?.Next:HH:mm}");

    [Function(nameof(EveryDays))]
    public Task EveryDays([TimerTrigger("%SampleInterval%", UseMonitor = false)] TimerInfo timer) =>
        journal.WriteAsync("interval", $"{timer.IsPastDue} {timer.ScheduleStatus is null}");
}
