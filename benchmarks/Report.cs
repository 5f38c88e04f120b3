using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using LocalHost.Startup;

namespace Bench;

/// <summary>One line of benchmarks/results.json.</summary>
internal sealed record Result
{
    public required string Name { get; init; }

    public required double Value { get; init; }

    public required string Unit { get; init; }

    public required double Target { get; init; }

    /// <summary>"atMost" or "atLeast".</summary>
    public required string Goal { get; init; }

    public required bool Met { get; init; }

    public required int Repeats { get; init; }

    /// <summary>The lowest and the highest run.</summary>
    public required IReadOnlyList<double> Spread { get; init; }

    public required string Commit { get; init; }

    public required string Machine { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>Prints results as a table, and keeps the newest of each in a file.</summary>
/// <param name="file">The file, benchmarks/results.json; null to keep nothing.</param>
internal sealed class Report(string? file)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly List<Result> results = [];

    public static string Machine { get; } =
        $"{Environment.ProcessorCount} x {Processor()}, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GB, "
            + $"{RuntimeInformation.OSDescription}, .NET {Environment.Version}";

    public static string Commit { get; } = Git("rev-parse", "--short", "HEAD")
        + (Git("status", "--porcelain").Length > 0 ? "+changes" : "");

    public bool AllMet => results.All(result => result.Met);

    /// <summary>Adds a figure, prints its line, and keeps it, so that a run that is cut off has not been for nothing.</summary>
    public void Add(Figure figure, IReadOnlyList<double> runs)
    {
        var value = Statistics.Median(runs);
        results.Add(new Result
        {
            Name = figure.Name,
            Value = Math.Round(value, 2),
            Unit = figure.Unit,
            Target = figure.Target,
            Goal = figure.Goal == Goal.AtMost ? "atMost" : "atLeast",
            Met = figure.Goal == Goal.AtMost ? value <= figure.Target : value >= figure.Target,
            Repeats = runs.Count,
            Spread = [Math.Round(runs.Min(), 2), Math.Round(runs.Max(), 2)],
            Commit = Commit,
            Machine = Machine,
            At = TimeProvider.System.GetUtcNow(),
        });
        Print(results[^1]);
        Save();
    }

    public static void PrintHeading()
    {
        Console.WriteLine($"Machine: {Machine}. Commit: {Commit}. Median of the runs; each run on an empty Azurite on the same cores.");
        Console.WriteLine($"{"measure",-58} {"median",10} {"unit",-12} {"target",10} {"met",-4} {"runs",4}  lowest - highest");
    }

    private static void Print(Result result)
    {
        var sign = result.Goal == "atMost" ? "<=" : ">=";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Name,-58} {result.Value,10:0.##} {result.Unit,-12} {sign + result.Target,10} "
            + $"{(result.Met ? "yes" : "NO"),-4} {result.Repeats,4}  {result.Spread[0]:0.##} - {result.Spread[1]:0.##}"));
    }

    /// <summary>Writes the file anew; what was not measured this time stays as it was.</summary>
    private void Save()
    {
        if (file is null)
        {
            return;
        }

        var kept = File.Exists(file) ? JsonSerializer.Deserialize<Content>(File.ReadAllText(file), Json)!.Measures : [];
        var names = results.Select(result => result.Name).ToHashSet();
        var all = kept.Where(old => !names.Contains(old.Name)).Concat(results).OrderBy(result => result.Name, StringComparer.Ordinal)
            .ToList();
        File.WriteAllText(file, JsonSerializer.Serialize(new Content(all), Json) + "\n");
    }

    private static string Processor()
    {
        const string info = "/proc/cpuinfo";
        var model = File.Exists(info) ? File.ReadLines(info)
            .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return model?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }

    private static string Git(params string[] arguments)
    {
        using var git = Process.Start(
            new ProcessStartInfo("git", arguments) { WorkingDirectory = Checkout.Root, RedirectStandardOutput = true })!;
        return git.StandardOutput.ReadToEnd().Trim();
    }

    private sealed record Content(IReadOnlyList<Result> Measures);
}
