using System.Text.Json;
using Azure.Storage.Blobs;
using LocalRuntime.Orchestration;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bench;

/// <summary>The functions that are measured.</summary>
internal sealed class BenchApp : IFunctionExecutor
{
    public const string HelloSequence5 = "HelloSequence5";
    public const string HelloSequence3 = "HelloSequence3";
    public const string FanOut100 = "FanOut100";
    public const string EventThenStep = "EventThenStep";
    public const string Wait = "Wait";
    public const string Steps = "Steps";
    public const string Nothing = "Nothing";

    private readonly Dictionary<string, Func<TaskOrchestrationContext, Task<object?>>> orchestrators = new()
    {
        [HelloSequence5] = context => HelloAsync(context, 5),
        [HelloSequence3] = context => HelloAsync(context, 3),
        [FanOut100] = async context => (await Task.WhenAll(Enumerable.Range(0, 100).Select(n => context.CallActivityAsync<string>("Hello", $"{n}")))).Length,
        [EventThenStep] = async context => await context.CallActivityAsync<string>("Hello", await context.WaitForExternalEvent<string>("go")),
        [Nothing] = _ => Task.FromResult<object?>(null),
        [Wait] = async context =>
        {
            using var cancel = new CancellationTokenSource();
            var deadline = context.CreateTimer(TimeSpan.FromDays(30), cancel.Token);
            for (var answer = ""; answer != "end";)
            {
                var wait = context.WaitForExternalEvent<string>("go");
                await Task.WhenAny(wait, deadline);
                answer = await wait;
            }

            cancel.Cancel();
            return null;
        },
        [Steps] = async context =>
        {
            for (var i = 0; i < 40; i++)
            {
                await context.CallActivityAsync("Pause", 50);
            }

            return null;
        },
    };

    public bool HasOrchestrator(string name) => orchestrators.ContainsKey(name);

    public bool HasActivity(string name) => name is "Hello" or "Pause";

    public Task<object?> RunOrchestratorAsync(string name, TaskOrchestrationContext context) => orchestrators[name](context);

    public async Task<object?> RunActivityAsync(string name, string instanceId, string? serializedInput, CancellationToken cancellation)
    {
        if (name == "Pause")
        {
            await Task.Delay(JsonSerializer.Deserialize<int>(serializedInput!), cancellation);
            return null;
        }

        return $"Hello {JsonSerializer.Deserialize<string>(serializedInput!)}!";
    }

    public static async Task<TaskHub> StartHubAsync(BlobServiceClient blobs)
    {
        var hub = new TaskHub(
            blobs, new BenchApp(), JsonDataConverter.Default, new TaskHubOptions { HubName = "Bench" }, TimeProvider.System, NullLoggerFactory.Instance);
        await hub.StartAsync(CancellationToken.None);
        return hub;
    }

    private static async Task<object?> HelloAsync(TaskOrchestrationContext context, int times)
    {
        List<string> greetings = [];
        for (var i = 0; i < times; i++)
        {
            greetings.Add(await context.CallActivityAsync<string>("Hello", $"city {i}"));
        }

        return greetings;
    }
}
