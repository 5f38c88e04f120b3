using Azure.Storage.Blobs;

namespace RegelLoket.Tests.LocalRuntime.Orchestration;

/// <summary>The engine's thrift: a turn is one append, whatever it does.</summary>
public sealed class StorageRequestTests(AzuriteFixture azurite) : OrchestrationTests(azurite)
{
    private readonly AzuriteFixture azurite = azurite;
    private readonly RequestCounter counter = new();

    [Fact]
    public async Task FiveActivitiesInSequence_TakeEightRequests()
    {
        App.Activity<string, string>("Hello", name => $"Hello {name}")
            .Orchestrator("HelloSequence5", async context =>
            {
                for (var i = 0; i < 5; i++)
                {
                    await context.CallActivityAsync<string>("Hello", "x");
                }
            });

        // Create with the first turn, one append for each result, seal, delete.
        Assert.Equal(8, await RequestsOfAsync("HelloSequence5"));
    }

    [Fact]
    public async Task FanOutOfHundred_TakesFarFewerThanHundredRequests()
    {
        App.Activity<int, int>("Square", n => n * n)
            .Orchestrator("FanOut", context => Task.WhenAll(Enumerable.Range(1, 100).Select(n => context.CallActivityAsync<int>("Square", n))));

        Assert.InRange(await RequestsOfAsync("FanOut"), 5, 60);
    }

    private async Task<int> RequestsOfAsync(string orchestrator)
    {
        Blobs = new BlobServiceClient(azurite.ConnectionString, counter.Options());
        await StartAsync();
        counter.Requests.Clear();
        var end = await RunAsync(orchestrator);
        await Eventually(() => counter.Requests.Any(request => request.StartsWith("DELETE", StringComparison.Ordinal)), "the history is sealed");
        return counter.Requests.Count(request => request.Contains(end.InstanceId, StringComparison.Ordinal));
    }
}
