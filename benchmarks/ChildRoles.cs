using System.Diagnostics;
using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using LocalRuntime.Orchestration;
using Microsoft.DurableTask;

namespace Bench;

/// <summary>What a child process does.</summary>
internal static class ChildRoles
{
    public static Task RunAsync(string role)
    {
        var connection = Environment.GetEnvironmentVariable("BENCH_STORAGE") ?? throw new InvalidOperationException("BENCH_STORAGE is not set.");
        return role switch
        {
            "hub" => HubAsync(connection),
            "chaos" => Chaos.ChaosHost.RunAsync(connection),
            _ => throw new ArgumentException($"There is no child role '{role}'.", nameof(role)),
        };
    }

    /// <summary>A hub that is told by its input what to do.</summary>
    private static async Task HubAsync(string connection)
    {
        var appends = new AppendWatch();
        var options = new BlobClientOptions();
        options.AddPolicy(appends, HttpPipelinePosition.PerCall);
        await using var hub = await BenchApp.StartHubAsync(new BlobServiceClient(connection, options));
        Say("ready");
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var words = line.Split(' ');
            Say(words[0] switch
            {
                "create" => await CreateAsync(hub, int.Parse(words[1], CultureInfo.InvariantCulture)),
                "raise" => await RaiseAsync(hub, int.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[2], CultureInfo.InvariantCulture)),
                "steps" => await hub.Client.ScheduleNewOrchestrationInstanceAsync(BenchApp.Steps),
                "append" => await appends.NextAsync(),
                "collect" => Collect(),
                _ => "?",
            });
        }
    }

    private static async Task<string> CreateAsync(TaskHub hub, int count)
    {
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (n, cancellation) =>
        {
            await hub.Client.ScheduleNewOrchestrationInstanceAsync(BenchApp.Wait, new StartOrchestrationOptions($"wait-{n:00000}"), cancellation);
            await hub.Client.WaitForInstanceStartAsync($"wait-{n:00000}", cancellation);
        });
        return "created";
    }

    private static async Task<string> RaiseAsync(TaskHub hub, int samples, int among)
    {
        List<double> times = [];
        var random = new Random(1);
        for (var i = 0; i < samples; i++)
        {
            var id = $"wait-{random.Next(among):00000}";
            var began = Stopwatch.GetTimestamp();
            await hub.Client.RaiseEventAsync(id, "go", "on");
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return Statistics.Percentile(times, 99).ToString(CultureInfo.InvariantCulture);
    }

    private static string Collect()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return "collected";
    }

    private static void Say(string line)
    {
        Console.Out.WriteLine(line);
        Console.Out.Flush();
    }

    /// <summary>Sees when a history was last appended to.</summary>
    private sealed class AppendWatch : HttpPipelineSynchronousPolicy
    {
        private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override void OnReceivedResponse(HttpMessage message)
        {
            if (message.Response is { Status: 201 } && message.Request.Uri.Query.Contains("appendblock", StringComparison.Ordinal))
            {
                first.TrySetResult();
            }
        }

        public async Task<string> NextAsync()
        {
            await first.Task;
            return "appended";
        }
    }
}
