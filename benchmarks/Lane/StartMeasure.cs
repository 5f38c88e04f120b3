using System.Diagnostics;
using System.Globalization;
using LocalHost.Startup;

namespace Bench.Lane;

/// <summary>From <c>git clone</c> of the last commit to a desk that is ready, with warm package caches; then its second start.</summary>
internal sealed class StartMeasure(LaneOptions options) : IMeasure
{
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(30);

    public string Name => "lane-start";

    public string Description => "a fresh clone of the last commit until ./run is ready, and its second start, beside the base";

    public int Repeats => 1;

    public IReadOnlyList<Figure> Figures { get; } =
    [
        new("fresh clone to ready, package caches warm", "s", Goal.AtMost, 100),
        new("second start to ready", "s", Goal.AtMost, 3.5),
        new("second start to ready as a share of the base's", "ratio", Goal.AtMost, 1),
    ];

    private int Starts => options.IsShort ? 1 : 5;

    public async Task<IReadOnlyList<double>> RunAsync(Azurite azurite)
    {
        var folder = Directory.CreateTempSubdirectory("bench-clone-");
        try
        {
            var began = Stopwatch.GetTimestamp();
            using (var clone = Process.Start("git", ["clone", "--quiet", Checkout.Root, Path.Combine(folder.FullName, "clone")]))
            {
                await clone.WaitForExitAsync();
                if (clone.ExitCode != 0)
                {
                    throw new InvalidOperationException($"git clone ended with {clone.ExitCode}.");
                }
            }

            await RunUntilReadyAsync(folder);
            var fresh = Stopwatch.GetElapsedTime(began).TotalSeconds;
            List<double> again = [];
            for (var i = 0; i < Starts; i++)
            {
                began = Stopwatch.GetTimestamp();
                again.Add((await RunUntilReadyAsync(folder) - began) / (double)Stopwatch.Frequency);
            }

            var (today, before) = await options.CompareAsync(azurite, SecondStartAsync);
            return [fresh, Statistics.Median(again), today / before];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Runs the clone's own <c>./run</c> and stops it again.</summary>
    /// <returns>The timestamp at which it was ready.</returns>
    private static async Task<long> RunUntilReadyAsync(DirectoryInfo folder)
    {
        var clone = Path.Combine(folder.FullName, "clone");
        static string Port() => FreePort.Any().ToString(CultureInfo.InvariantCulture);
        string[] arguments =
        [
            "--port", Port(), "--data", Path.Combine(folder.FullName, "data"), "--azurite-ports", $"{Port()},{Port()},{Port()}",
        ];
        using var run = Process.Start(new ProcessStartInfo(Path.Combine(clone, "run"), arguments)
        {
            WorkingDirectory = clone,
            RedirectStandardOutput = true,
        })!.Own();
        while (await run.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("is ready on", StringComparison.Ordinal))
            {
                var ready = Stopwatch.GetTimestamp();
                _ = run.StandardOutput.ReadToEndAsync();
                await RunningProcess.StopAsync(run, StopPatience);
                return ready;
            }
        }

        throw new InvalidOperationException("./run of the clone ended before it was ready.");
    }

    private async Task<double> SecondStartAsync(Azurite azurite, string app)
    {
        await using var desk = new DeskProcess(azurite.ConnectionString, app);
        for (var i = 0; i <= Starts; i++)
        {
            await desk.StartAsync();
            await desk.StopAsync();
        }

        return Statistics.Median(desk.ReadyAfter.Skip(1));
    }
}
