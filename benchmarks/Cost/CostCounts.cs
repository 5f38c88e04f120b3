using System.Text.Json;
using System.Text.Json.Serialization;
using LocalHost.Startup;

namespace Bench.Cost;

/// <summary>What was counted, and where: benchmarks/cost.json.</summary>
internal sealed record CostCounts
{
    /// <summary>One case from report through two ministries to its publication.</summary>
    public required Usage Case { get; init; }

    /// <summary>The orchestrations that such a case starts: its own, and one for each ministry.</summary>
    public required double Orchestrations { get; init; }

    public required double Mails { get; init; }

    /// <summary>All timers of a month of <see cref="Days"/> days, each counted by one run on a desk with two cases.</summary>
    public required Usage TimersOfAMonth { get; init; }

    /// <summary>What each open case adds to them.</summary>
    public Usage TimersOfAMonthPerOpenCase { get; init; } = new();

    /// <summary>Bytes that the app exports of such a case, as OTLP; zero where it was not counted.</summary>
    public double TelemetryOfCase { get; init; }

    /// <summary>The same of a minute without work, timers included.</summary>
    public double TelemetryOfIdleMinute { get; init; }

    public required int Days { get; init; }

    /// <summary>Functions that a queue triggers: so many queues are asked for messages.</summary>
    public required int Queues { get; init; }

    public required string Commit { get; init; }

    public required DateTimeOffset At { get; init; }

    [JsonIgnore]
    public static string Path { get; } = System.IO.Path.Combine(Checkout.Root, "benchmarks", "cost.json");

    private static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static CostCounts Read() => JsonSerializer.Deserialize<CostCounts>(File.ReadAllText(Path), Json)!;

    public void Write() => File.WriteAllText(Path, JsonSerializer.Serialize(this, Json) + "\n");
}
