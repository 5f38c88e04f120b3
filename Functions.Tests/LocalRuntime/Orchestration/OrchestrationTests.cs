using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using LocalRuntime.Orchestration;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace RegelLoket.Tests.LocalRuntime.Orchestration;

/// <summary>A hub on real storage for one test, with a clock of its own.</summary>
[Collection(nameof(TaskHubs))]
public abstract class OrchestrationTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly ConcurrentBag<TaskHub> hubs = [];
    private readonly string hubName = "T" + Guid.NewGuid().ToString("N")[..12];

    internal TestApp App { get; } = new();

    internal ManualClock Clock { get; } = new();

    internal TaskHubOptions Options { get; set; } = new();

    internal ILoggerFactory Loggers { get; set; } = NullLoggerFactory.Instance;

    internal BlobServiceClient Blobs { get; set; } = azurite.Blobs;

    internal TaskHub Hub { get; private set; } = null!;

    internal DurableTaskClient Client => Hub.Client;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var hub in hubs)
        {
            await hub.DisposeAsync();
        }
    }

    /// <summary>Starts a hub; again on the same data after a stop or a crash.</summary>
    internal async Task<TaskHub> StartAsync()
    {
        Hub = new TaskHub(Blobs, App, JsonDataConverter.Default, Options with { HubName = hubName }, Clock, Loggers);
        hubs.Add(Hub);
        await Hub.StartAsync(CancellationToken.None);
        return Hub;
    }

    internal async Task<OrchestrationMetadata> RunAsync(string orchestrator, object? input = null)
    {
        var id = await Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input);
        return await EndOf(id);
    }

    internal async Task<OrchestrationMetadata> EndOf(string id) =>
        await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true).WaitAsync(Patience);

    internal static TimeSpan Patience => TimeSpan.FromSeconds(30);

    /// <summary>Waits until something that happens in the background has happened.</summary>
    internal static async Task Eventually(Func<Task<bool>> isSo, string what)
    {
        var deadline = TimeProvider.System.GetUtcNow() + Patience;
        while (!await isSo())
        {
            Assert.True(TimeProvider.System.GetUtcNow() < deadline, $"Did not happen: {what}");
            await Task.Delay(10);
        }
    }

    internal static Task Eventually(Func<bool> isSo, string what) => Eventually(() => Task.FromResult(isSo()), what);

    /// <summary>Waits until the instance has nothing to do but wait.</summary>
    internal async Task WaitingFor(string id, Func<HistoryEvent, bool> recorded) =>
        await Eventually(async () => await Hub.Viewer.ReadAsync(id, default) is { } timeline && timeline.Events.Any(recorded), $"an event in the history of {id}");
}

/// <summary>The engine's tests share one Azurite; each has a task hub of its own.</summary>
[CollectionDefinition(nameof(TaskHubs))]
public sealed class TaskHubs : ICollectionFixture<AzuriteFixture>;
