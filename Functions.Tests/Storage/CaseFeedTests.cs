using System.Net;
using System.Net.Sockets;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Privacy;
using RegelLoket.Storage;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Storage;

[Collection(nameof(CaseStorage))]
public sealed class CaseFeedTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly StoredCases cases = new(azurite);

    public ValueTask InitializeAsync() => cases.InitializeAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task RefreshWholeAsync_BeforeEveryCaseIsRead_SaysSoAndAnswersLater()
    {
        await cases.CreateAsync();
        using var feed = new CaseFeed(cases.Index, cases.Store, TimeProvider.System, NullLogger<CaseFeed>.Instance, []);

        await Assert.ThrowsAsync<CasesStillReadException>(() => feed.RefreshWholeAsync(TimeSpan.Zero, default));
        await feed.RefreshWholeAsync(TimeSpan.FromMinutes(1), default);

        Assert.True(feed.IsWhole);
    }

    [Fact]
    public async Task RefreshWholeAsync_OneCaseIsDamaged_ShowsAllOthers()
    {
        var (damaged, whole) = (await cases.CreateAsync(), await cases.CreateAsync());
        await cases.Index.WriteAsync(damaged, default);
        await cases.Index.WriteAsync(whole, default);
        await cases.Store.Stream(damaged.Number).AppendBlockAsync(new MemoryStream("{"u8.ToArray()));
        var seen = new StoredCases.SeenCases();
        using var feed = new CaseFeed(cases.Index, cases.Store, TimeProvider.System, NullLogger<CaseFeed>.Instance, [seen]);

        await feed.RefreshWholeAsync(TimeSpan.FromMinutes(1), default);

        Assert.Contains(whole.Number, seen.Numbers);
        Assert.DoesNotContain(damaged.Number, seen.Numbers);
    }

    [Fact]
    public async Task RefreshWholeAsync_OnePrivatePartCannotBeRead_ShowsAllOthers()
    {
        var (damaged, whole) = (await cases.CreateAsync(), await cases.CreateAsync());
        var held = azurite.Blobs.GetBlobContainerClient(CaseStore.PrivateContainer).GetBlobClient(damaged.Number.Value);
        var asItWas = (await held.DownloadContentAsync()).Value.Content;
        await held.UploadAsync(new BinaryData("{\"texts\":"), overwrite: true);
        await azurite.Blobs.GetBlobContainerClient(CaseIndex.OpenContainer).GetBlobClient(damaged.Number.Value)
            .UploadAsync(new BinaryData(""), overwrite: true);
        await cases.Index.WriteAsync(whole, default);
        var seen = new StoredCases.SeenCases();
        using var feed = new CaseFeed(cases.Index, cases.Store, TimeProvider.System, NullLogger<CaseFeed>.Instance, [seen]);

        await feed.RefreshWholeAsync(TimeSpan.FromMinutes(1), default);

        Assert.Contains(whole.Number, seen.Numbers);
        Assert.DoesNotContain(damaged.Number, seen.Numbers);
        Assert.False((await cases.Verifier.VerifyAsync(damaged.Number, default)).Holds);
        await held.UploadAsync(asItWas, overwrite: true);
    }

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
        // A clock of its own: on a busy machine two seconds may pass before the first look.
        var (gate, clock) = (new StorageGate(), new FakeTimeProvider());
        var options = new BlobClientOptions();
        options.AddPolicy(gate, HttpPipelinePosition.PerCall);
        var blobs = new BlobServiceClient(azurite.ConnectionString, options);
        var seen = new StoredCases.SeenCases();
        using var feed = new CaseFeed(
            new CaseIndex(blobs, new CaseStore(blobs, TimeProvider.System), NullLogger<CaseIndex>.Instance),
            new CaseStore(blobs, TimeProvider.System), clock,
            NullLogger<CaseFeed>.Instance, [seen]);
        await feed.RefreshAllAsync(TimeSpan.FromMinutes(1), default);
        Assert.True(feed.IsWhole);
        var store = new CaseStore(azurite.Blobs, TimeProvider.System);
        var elsewhere = (await store.CreateAsync(CaseNumber.New(2026), StoredCases.Reported(),
            new PrivateCase { ReportKey = "elsewhere" }, default))!;
        await new CaseIndex(azurite.Blobs, store, NullLogger<CaseIndex>.Instance).WriteAsync(elsewhere, default);
        gate.Close();
        await feed.RefreshWithinAsync(TimeSpan.FromHours(1), default).WaitAsync(TimeSpan.FromMinutes(1));
        Assert.DoesNotContain(elsewhere.Number, seen.Numbers);

        clock.Advance(TimeSpan.FromSeconds(2.1));
        await feed.RefreshWithinAsync(TimeSpan.FromMilliseconds(20), default).WaitAsync(TimeSpan.FromMinutes(1));
        Assert.DoesNotContain(elsewhere.Number, seen.Numbers);

        gate.Open();
        await feed.RefreshWithinAsync(TimeSpan.FromMinutes(1), default);
        Assert.Contains(elsewhere.Number, seen.Numbers);
    }

    [Fact]
    public async Task RefreshAsOfNow_ClosedCaseThatAnotherInstanceChanged_IsSeen()
    {
        using var elsewhere = new CaseStore(azurite.Blobs, TimeProvider.System);
        var theirs = new CaseIndex(azurite.Blobs, elsewhere, NullLogger<CaseIndex>.Instance);
        var created = (await elsewhere.CreateAsync(CaseNumber.New(2026), StoredCases.Reported(), new PrivateCase(), default))!;
        var closed = (await elsewhere.AppendAsync(created, new NewEvent(Actor.Reporter, new CaseWithdrawn()), null, default))!;
        await theirs.WriteAsync(closed, default);
        using var store = new CaseStore(azurite.Blobs, TimeProvider.System);
        var people = new RetentionProjection();
        using var feed = new CaseFeed(new CaseIndex(azurite.Blobs, store, NullLogger<CaseIndex>.Instance), store, TimeProvider.System,
            NullLogger<CaseFeed>.Instance, [people]);
        await feed.RefreshWholeAsync(TimeSpan.FromMinutes(1), default);
        var changed = (await elsewhere.AppendAsync(closed, new NewEvent(Actor.Reporter, new ContactChanged { Reachable = true }),
            held => held.WithContact(null, new ReporterContact { Email = CaseFiles.Address }), default))!;
        await theirs.WriteAsync(changed, default);

        await feed.RefreshWholeAsync(TimeSpan.FromMinutes(1), default);
        Assert.DoesNotContain(closed.Number, people.Of(CaseFiles.Address));
        await feed.RefreshAsOfNowAsync(TimeSpan.FromMinutes(1), default);
        Assert.Contains(closed.Number, people.Of(CaseFiles.Address));
    }

    [Fact]
    public async Task RefreshAsOfNow_NotAllIsReadInTime_SaysSo()
    {
        var gate = new StorageGate();
        var options = new BlobClientOptions();
        options.AddPolicy(gate, HttpPipelinePosition.PerCall);
        var blobs = new BlobServiceClient(azurite.ConnectionString, options);
        using var store = new CaseStore(blobs, TimeProvider.System);
        using var feed = new CaseFeed(new CaseIndex(blobs, store, NullLogger<CaseIndex>.Instance), store, TimeProvider.System,
            NullLogger<CaseFeed>.Instance, []);
        await feed.RefreshAsOfNowAsync(TimeSpan.FromMinutes(1), default);
        gate.Close();

        await Assert.ThrowsAsync<CasesStillReadException>(() => feed.RefreshAsOfNowAsync(TimeSpan.FromMilliseconds(20), default));

        // The reading that was under way does not count: it began before this was asked.
        gate.Open();
        await feed.RefreshAsOfNowAsync(TimeSpan.FromMinutes(1), default);
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
