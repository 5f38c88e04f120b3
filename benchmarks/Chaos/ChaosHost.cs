using Azure.Core;
using Azure.Storage.Blobs;
using DurableTask.Core.Exceptions;
using LocalRuntime.Orchestration;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bench.Chaos;

/// <summary>
/// The host that is killed. Each line of its input is "number command …"; it answers "number ok …" when what was asked is
/// durable, in whatever order they are done.
/// </summary>
internal static class ChaosHost
{
    public const string HubName = "Chaos";
    public const string Outbox = "outbox";
    public const double ShareOfFaults = 0.05;

    public static async Task RunAsync(string connection)
    {
        var options = new BlobClientOptions
        {
            Retry = { Mode = RetryMode.Fixed, Delay = TimeSpan.FromMilliseconds(20), MaxRetries = 1, NetworkTimeout = TimeSpan.FromSeconds(5) },
        };
        var faults = new FaultPolicy(ShareOfFaults);
        options.AddPolicy(faults, HttpPipelinePosition.PerRetry);
        var blobs = new BlobServiceClient(connection, options);
        await using var hub = new TaskHub(
            blobs, new ChaosApp(blobs.GetBlobContainerClient(Outbox)), JsonDataConverter.Default, new TaskHubOptions { HubName = HubName },
            TimeProvider.System, NullLoggerFactory.Instance);
        await StartAsync(hub);
        Say("ready");
        while (await Console.In.ReadLineAsync() is { } line)
        {
            _ = AnswerAsync(hub, line, faults);
        }
    }

    // The storage may be away, or spoilt, just now.
    private static async Task StartAsync(TaskHub hub)
    {
        while (true)
        {
            try
            {
                await hub.StartAsync(CancellationToken.None);
                return;
            }
            catch (Exception failure) when (failure is not TaskHubInUseException)
            {
                await Task.Delay(50);
            }
        }
    }

    private static async Task AnswerAsync(TaskHub hub, string line, FaultPolicy faults)
    {
        var words = line.Split(' ');
        while (true)
        {
            try
            {
                Say($"{words[0]} ok {await DoAsync(hub, words)} {faults.Injected}");
                return;
            }
            catch (Exception failure) when (failure is not TaskHubInUseException)
            {
                // As a client of the app would: again, until it is told that it is done.
                await Task.Delay(50);
            }
        }
    }

    private static async Task<string> DoAsync(TaskHub hub, string[] words)
    {
        switch (words[1])
        {
            case "start":
                try
                {
                    await hub.Client.ScheduleNewOrchestrationInstanceAsync("Case", new StartOrchestrationOptions(words[2]).WithDedupeStatuses(
                        [.. StartOrchestrationOptionsExtensions.ValidDedupeStatuses]));
                    return "started";
                }
                catch (OrchestrationAlreadyExistsException)
                {
                    return "exists";
                }

            case "raise":
                await hub.Client.RaiseEventAsync(words[2], "step", int.Parse(words[3], null));
                return "raised";
            default:
                var end = await hub.Client.WaitForInstanceCompletionAsync(words[2], getInputsAndOutputs: true);
                return $"{end.RuntimeStatus} {end.SerializedOutput}";
        }
    }

    private static void Say(string line)
    {
        lock (Console.Out)
        {
            Console.Out.WriteLine(line);
            Console.Out.Flush();
        }
    }
}
