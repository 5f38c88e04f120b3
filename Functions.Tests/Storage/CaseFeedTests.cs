using System.Net;
using System.Net.Sockets;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging.Abstractions;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Tests.Storage;

[Collection(nameof(CaseStorage))]
public sealed class CaseFeedTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TryRefreshAll_StorageRefusesOrStaysSilent_AnswersThatNotAllIsRead(bool silent)
    {
        using var door = new TcpListener(IPAddress.Loopback, 0);
        door.Start();
        var port = ((IPEndPoint)door.LocalEndpoint).Port;
        if (!silent)
        {
            door.Stop();
        }

        var options = new BlobClientOptions();
        options.Retry.MaxRetries = 0;
        var blobs = new BlobServiceClient(new Uri($"http://127.0.0.1:{port}/account"), options);
        var store = new CaseStore(blobs, TimeProvider.System);
        using var feed = new CaseFeed(new CaseIndex(blobs, store, NullLogger<CaseIndex>.Instance), store, TimeProvider.System,
            NullLogger<CaseFeed>.Instance, []);

        Assert.False(await feed.TryRefreshAllAsync(TimeSpan.FromSeconds(silent ? 0.2 : 60), CancellationToken.None));
        Assert.False(feed.IsWhole);
    }

    [Fact]
    public async Task RefreshWithin_WhileStorageIsSlow_GoesOnWithWhatIsKnown()
    {
        foreach (var container in new[] { CaseStore.StreamContainer, CaseStore.PrivateContainer, CaseIndex.OpenContainer })
        {
            await azurite.Blobs.GetBlobContainerClient(container).CreateIfNotExistsAsync();
        }

        var gate = new StorageGate();
        var options = new BlobClientOptions();
        options.AddPolicy(gate, HttpPipelinePosition.PerCall);
        var blobs = new BlobServiceClient(azurite.ConnectionString, options);
        var seen = new CaseStorageTests.SeenCases();
        using var feed = new CaseFeed(
            new CaseIndex(blobs, new CaseStore(blobs, TimeProvider.System), NullLogger<CaseIndex>.Instance),
            new CaseStore(blobs, TimeProvider.System), TimeProvider.System,
            NullLogger<CaseFeed>.Instance, [seen]);
        await feed.RefreshAllAsync(TimeSpan.FromMinutes(1), default);
        Assert.True(feed.IsWhole);
        var store = new CaseStore(azurite.Blobs, TimeProvider.System);
        var elsewhere = (await store.CreateAsync(CaseNumber.New(2026), CaseStorageTests.Reported(),
            new PrivateCase { ReportKey = "elsewhere" }, default))!;
        await new CaseIndex(azurite.Blobs, store, NullLogger<CaseIndex>.Instance).WriteAsync(elsewhere, default);
        gate.Close();
        await Task.Delay(TimeSpan.FromSeconds(1.1));

        await feed.RefreshWithinAsync(TimeSpan.FromMilliseconds(20), default).WaitAsync(TimeSpan.FromMinutes(1));
        Assert.DoesNotContain(elsewhere.Number, seen.Numbers);

        gate.Open();
        await feed.RefreshWithinAsync(TimeSpan.FromMinutes(1), default);
        Assert.Contains(elsewhere.Number, seen.Numbers);
    }

    /// <summary>Lets no request through while it is closed.</summary>
    private sealed class StorageGate : HttpPipelinePolicy
    {
        private volatile TaskCompletionSource open = new();

        public StorageGate() => Open();

        public void Close() => open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Open() => open.TrySetResult();

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            await open.Task;
            await ProcessNextAsync(message, pipeline);
        }
    }
}
