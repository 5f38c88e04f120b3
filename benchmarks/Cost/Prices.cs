using System.Text.Json;
using LocalHost.Startup;

namespace Bench.Cost;

/// <summary>
/// One price or assumption: its value, where it comes from, on which day, and whether somebody held it against that source.
/// </summary>
internal sealed record Price(string Name, double Value, string Unit, string Source, DateOnly Date, bool Checked);

/// <summary>benchmarks/prices.json, what the environments use of it (infra/stages.json), and the host's own pace (host.json).</summary>
internal sealed class Prices
{
    private readonly Dictionary<string, Price> prices;

    private Prices(IReadOnlyList<Price> all)
    {
        All = all;
        prices = all.ToDictionary(price => price.Name);
    }

    public IReadOnlyList<Price> All { get; }

    public double this[string name] => prices[name].Value;

    public static Prices Read() => new(JsonSerializer.Deserialize<IReadOnlyList<Price>>(
        File.ReadAllText(Path.Combine(Checkout.Root, "benchmarks", "prices.json")), JsonSerializerOptions.Web)!);
}

/// <summary>How one environment is set up, as far as it costs: from infra/stages.json.</summary>
/// <param name="Name">The environment.</param>
/// <param name="MemoryGb">The memory of an instance.</param>
/// <param name="AlwaysReady">How many instances stand ready.</param>
/// <param name="IsIsolated">Whether storage and vault are reached by private endpoints.</param>
/// <param name="AlertMinutes">How often the alerts ask their queries.</param>
/// <param name="ProbeMinutes">How often the probe asks from each place.</param>
internal sealed record Stage(string Name, double MemoryGb, int AlwaysReady, bool IsIsolated, int AlertMinutes, int ProbeMinutes)
{
    public static IReadOnlyList<Stage> All()
    {
        using var stages = JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "infra", "stages.json")));
        return [.. stages.RootElement.EnumerateObject().Select(stage => new Stage(
            stage.Name,
            stage.Value.GetProperty("instanceMemoryMB").GetInt32() / 1024.0,
            stage.Value.GetProperty("alwaysReady").EnumerateArray().Sum(ready => ready.GetProperty("instanceCount").GetInt32()),
            stage.Value.GetProperty("networkIsolation").GetBoolean(),
            stage.Value.GetProperty("alertMinutes").GetInt32(),
            stage.Value.GetProperty("probeMinutes").GetInt32()))];
    }
}

/// <summary>How often the host asks its queues for work, from host.json.</summary>
/// <param name="QueuePoll">The longest pause between two questions to a queue of the app, in seconds.</param>
/// <param name="DurablePoll">The same for Durable's queues.</param>
/// <param name="Partitions">How many control queues Durable has.</param>
internal sealed record HostPace(double QueuePoll, double DurablePoll, int Partitions)
{
    public static HostPace Read()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "host.json")));
        var extensions = host.RootElement.GetProperty("extensions");
        var provider = extensions.GetProperty("durableTask").GetProperty("storageProvider");
        return new HostPace(
            Seconds(extensions.GetProperty("queues").GetProperty("maxPollingInterval")),
            Seconds(provider.GetProperty("maxQueuePollingInterval")), provider.GetProperty("partitionCount").GetInt32());
    }

    private static double Seconds(JsonElement span) =>
        TimeSpan.Parse(span.GetString()!, System.Globalization.CultureInfo.InvariantCulture).TotalSeconds;
}
