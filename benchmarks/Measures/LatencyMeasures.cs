using System.Diagnostics;
using LocalRuntime.Orchestration;

namespace Bench.Measures;

/// <summary>Three activities, one orchestration at a time.</summary>
internal sealed class SequenceLatencyMeasure : IMeasure
{
    public string Name => "latency";

    public string Description => "three sequential activities, one orchestration at a time, 300 times";

    public int Repeats => 5;

    public IReadOnlyList<Figure> Figures { get; } =
    [
        new("three activities, one at a time, p50", "ms", Goal.AtMost, 12),
        new("three activities, one at a time, p99", "ms", Goal.AtMost, 40),
    ];

    public async Task<IReadOnlyList<double>> RunAsync(Azurite azurite)
    {
        await using var hub = await BenchApp.StartHubAsync(new RequestCounter().Client(azurite.ConnectionString));
        await Latency.SampleAsync(200, () => OnceAsync(hub));
        var samples = await Latency.SampleAsync(300, () => OnceAsync(hub));
        return [Statistics.Percentile(samples, 50), Statistics.Percentile(samples, 99)];
    }

    private static async Task OnceAsync(TaskHub hub)
    {
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync(BenchApp.HelloSequence3);
        await hub.Client.WaitForInstanceCompletionAsync(id);
    }
}

/// <summary>From the call that raises an event to the durable result of the step that it sets off, on an idle system.</summary>
internal sealed class EventLatencyMeasure : IMeasure
{
    private const int Samples = 200;

    public string Name => "event";

    public string Description => "event raised, then an activity, until its result is durable; one at a time";

    public int Repeats => 5;

    public IReadOnlyList<Figure> Figures { get; } =
    [
        new("event raised to next step durable, p50", "ms", Goal.AtMost, 25),
        new("event raised to next step durable, p99", "ms", Goal.AtMost, 25),
    ];

    public async Task<IReadOnlyList<double>> RunAsync(Azurite azurite)
    {
        await using var hub = await BenchApp.StartHubAsync(new RequestCounter().Client(azurite.ConnectionString));
        var ids = new Queue<string>();
        for (var i = 0; i < 2 * Samples; i++)
        {
            ids.Enqueue(await hub.Client.ScheduleNewOrchestrationInstanceAsync(BenchApp.EventThenStep));
            await hub.Client.WaitForInstanceStartAsync(ids.Last());
        }

        async Task OnceAsync()
        {
            var id = ids.Dequeue();
            await hub.Client.RaiseEventAsync(id, "go", "world");
            await hub.Client.WaitForInstanceCompletionAsync(id);
        }

        await Latency.SampleAsync(Samples, OnceAsync);
        var samples = await Latency.SampleAsync(Samples, OnceAsync);
        return [Statistics.Percentile(samples, 50), Statistics.Percentile(samples, 99)];
    }
}

/// <summary>One instance that calls a hundred activities at once.</summary>
internal sealed class FanOutMeasure : IMeasure
{
    public string Name => "fan-out";

    public string Description => "a hundred activities in parallel, one instance";

    public int Repeats => 5;

    public IReadOnlyList<Figure> Figures { get; } = [new("fan-out of 100 activities, one instance", "ms", Goal.AtMost, 250)];

    public async Task<IReadOnlyList<double>> RunAsync(Azurite azurite)
    {
        await using var hub = await BenchApp.StartHubAsync(new RequestCounter().Client(azurite.ConnectionString));
        async Task OnceAsync() =>
            await hub.Client.WaitForInstanceCompletionAsync(await hub.Client.ScheduleNewOrchestrationInstanceAsync(BenchApp.FanOut100));

        await Latency.SampleAsync(5, OnceAsync);
        return [Statistics.Median(await Latency.SampleAsync(9, OnceAsync))];
    }
}

/// <summary>Times one thing again and again.</summary>
internal static class Latency
{
    public static async Task<IReadOnlyList<double>> SampleAsync(int count, Func<Task> once)
    {
        var samples = new double[count];
        for (var i = 0; i < count; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await once();
            samples[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }

        return samples;
    }
}
