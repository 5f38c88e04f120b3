namespace Bench.Measures;

/// <summary>Ten thousand instances that wait: memory, restart after kill -9, an event on any of them.</summary>
internal sealed class WaitingMeasure : IMeasure
{
    private const int Instances = 10_000;

    public string Name => "waiting";

    public string Description => "10,000 waiting instances: memory of the process, restart after kill -9, raising an event";

    public int Repeats => 5;

    public IReadOnlyList<Figure> Figures { get; } =
    [
        new("10,000 waiting: memory of the process that started them", "MB", Goal.AtMost, 250),
        new("10,000 waiting: memory of the restarted process", "MB", Goal.AtMost, 250),
        new("10,000 waiting: restart to ready", "s", Goal.AtMost, 6),
        new("10,000 waiting: raise an event on any, p99", "ms", Goal.AtMost, 50),
    ];

    public async Task<IReadOnlyList<double>> RunAsync(Azurite azurite)
    {
        double creator;
        await using (var first = await Child.StartAsync("hub", azurite.ConnectionString))
        {
            await first.AskAsync($"create {Instances}");
            await Task.Delay(TimeSpan.FromSeconds(12));
            creator = Megabytes(first.WorkingSet);
            await first.KillAsync();
        }

        await using var second = await Child.StartAsync("hub", azurite.ConnectionString);
        var p99 = await second.AskNumberAsync($"raise 500 {Instances}");
        return [creator, Megabytes(second.WorkingSet), second.ReadyAfter / 1000, p99];
    }

    private static double Megabytes(long bytes) => bytes / 1024.0 / 1024.0;
}

/// <summary>kill -9 amid a case: from the start of the next process to the case's next durable step.</summary>
internal sealed class RecoveryMeasure : IMeasure
{
    public string Name => "recovery";

    public string Description => "kill -9 of a host amid an orchestration, restart, until its next step is durable";

    public int Repeats => 7;

    public IReadOnlyList<Figure> Figures { get; } = [new("kill -9 and restart: next durable step of a case in flight", "s", Goal.AtMost, 3)];

    public async Task<IReadOnlyList<double>> RunAsync(Azurite azurite)
    {
        await using (var first = await Child.StartAsync("hub", azurite.ConnectionString))
        {
            await first.AskAsync("steps");
            await Task.Delay(300);
            await first.KillAsync();
        }

        var clock = System.Diagnostics.Stopwatch.StartNew();
        await using var second = await Child.StartAsync("hub", azurite.ConnectionString);
        await second.AskAsync("append");
        return [clock.Elapsed.TotalSeconds];
    }
}
