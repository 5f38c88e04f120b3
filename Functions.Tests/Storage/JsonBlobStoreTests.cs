using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using RegelLoket.Storage;

namespace RegelLoket.Tests.Storage;

[Collection(nameof(CaseStorage))]
public sealed class JsonBlobStoreTests : IAsyncLifetime
{
    private readonly RequestCount requests = new();
    private readonly AzuriteFixture azurite;
    private readonly BlobContainerClient container;
    private readonly JsonBlobStore<Tally> store;

    public JsonBlobStoreTests(AzuriteFixture azurite)
    {
        this.azurite = azurite;
        var options = new BlobClientOptions();
        options.AddPolicy(requests, HttpPipelinePosition.PerRetry);
        container = new BlobServiceClient(azurite.ConnectionString, options).GetBlobContainerClient($"tallies-{Guid.NewGuid():N}");
        store = new JsonBlobStore<Tally>(container, JsonSerializerOptions.Web);
    }

    public async ValueTask InitializeAsync() => await container.CreateAsync();

    public async ValueTask DisposeAsync() => await container.DeleteAsync();

    [Fact]
    public async Task FindAsync_Missing_IsNull()
    {
        Assert.Null(await store.FindAsync("none", default));
        Assert.Null(await store.FindTaggedAsync("none", default));
    }

    [Fact]
    public async Task CreateAsync_Twice_KeepsTheFirst()
    {
        Assert.True(await store.CreateAsync("a", new Tally(1), default));
        Assert.False(await store.CreateAsync("a", new Tally(2), default));

        Assert.Equal(new Tally(1), await store.FindAsync("a", default));
        Assert.Equal("""{"count":1}""", (await container.GetBlobClient("a").DownloadContentAsync()).Value.Content.ToString());
    }

    [Fact]
    public async Task PutAsync_WhateverWasThere_IsReplaced()
    {
        await store.PutAsync("a", new Tally(1), default);
        await store.PutAsync("a", new Tally(2), default);

        Assert.Equal(new Tally(2), await store.FindAsync("a", default));
    }

    [Fact]
    public async Task TryWriteAsync_OverAnotherVersion_IsRefused()
    {
        var first = await store.TryWriteAsync("a", new Tally(1), tag: null, default);
        var second = await store.TryWriteAsync("a", new Tally(2), first, default);

        Assert.Null(await store.TryWriteAsync("a", new Tally(3), first, default));
        Assert.Null(await store.TryWriteAsync("a", new Tally(3), tag: null, default));
        Assert.Null(await store.TryWriteAsync("none", new Tally(3), first, default));
        Assert.Equal((new Tally(2), second!.Value), await store.FindTaggedAsync("a", default));
    }

    [Fact]
    public async Task ChangeAsync_Missing_CreatesIt()
    {
        Assert.Equal(new Tally(1), await store.ChangeAsync("a", OneMore, default));
        Assert.Equal(new Tally(2), await store.ChangeAsync("a", OneMore, default));

        Assert.Equal(new Tally(2), await store.FindAsync("a", default));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ChangeAsync_TwoWritersAtOnce_KeepsBothChanges(bool isNew)
    {
        if (!isNew)
        {
            await store.PutAsync("a", new Tally(10), default);
        }

        var seen = new List<Tally?>();
        var changed = await store.ChangeAsync("a", stored =>
        {
            seen.Add(stored);
            if (seen.Count == 1)
            {
                WriteAsAnother(OneMore(stored));
            }

            return OneMore(stored);
        }, default);

        Assert.Equal(2, seen.Count);
        Assert.Equal(OneMore(OneMore(seen[0])), changed);
        Assert.Equal(changed, await store.FindAsync("a", default));
    }

    [Fact]
    public async Task ChangeAsync_ManyWritersAtOnce_KeepsEveryChange()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => store.ChangeAsync("a", OneMore, default)));

        Assert.Equal(new Tally(12), await store.FindAsync("a", default));
    }

    [Fact]
    public async Task ChangeAsync_DeletedMeanwhile_BeginsFromNothing()
    {
        await store.PutAsync("a", new Tally(10), default);

        await store.ChangeAsync("a", stored =>
        {
            container.DeleteBlobIfExists("a");
            return OneMore(stored);
        }, default);

        Assert.Equal(new Tally(1), await store.FindAsync("a", default));
    }

    [Fact]
    public async Task ChangeAsync_AnswerOfTheWriteIsLost_CountsOnce()
    {
        var options = new BlobClientOptions { Retry = { Delay = TimeSpan.FromMilliseconds(1) } };
        var line = new UnsteadyLine(request => request.Method == RequestMethod.Put);
        options.AddPolicy(line, HttpPipelinePosition.PerRetry);
        var unsteady = new JsonBlobStore<Tally>(
            new BlobServiceClient(azurite.ConnectionString, options).GetBlobContainerClient(container.Name), JsonSerializerOptions.Web);
        await store.PutAsync("a", new Tally(10), default);

        line.LoseNextAnswer();
        Assert.Equal(new Tally(11), await unsteady.ChangeAsync("a", OneMore, default));
        line.LoseNextAnswer();
        Assert.True(await unsteady.CreateAsync("b", new Tally(1), default));

        Assert.Equal(new Tally(11), await store.FindAsync("a", default));
    }

    [Fact]
    public async Task ChangeAsync_LostAtEveryAttempt_FailsAndLeavesWhatTheOthersWrote()
    {
        var attempts = 0;

        var failure = await Assert.ThrowsAsync<BlobConcurrencyException>(() => store.ChangeAsync("a", stored =>
        {
            attempts++;
            WriteAsAnother(new Tally(100 + attempts));
            return OneMore(stored);
        }, default));

        Assert.Equal(JsonBlobStore<Tally>.MaximumAttempts, attempts);
        Assert.Equal(new Tally(100 + attempts), await store.FindAsync("a", default));
        Assert.Contains(container.Name, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangeAsync_NothingToChange_WritesNothing()
    {
        Assert.Null(await store.ChangeAsync("none", _ => null, default));
        await store.PutAsync("a", new Tally(1), default);
        var before = await store.FindTaggedAsync("a", default);

        Assert.Null(await store.ChangeAsync("a", _ => null, default));

        Assert.Equal(before, await store.FindTaggedAsync("a", default));
        Assert.Null(await store.FindAsync("none", default));
    }

    [Fact]
    public async Task DeleteAsync_Twice_IsTheSameAsOnce()
    {
        await store.PutAsync("a", new Tally(1), default);

        await store.DeleteAsync("a", default);
        await store.DeleteAsync("a", default);

        Assert.Null(await store.FindAsync("a", default));
    }

    [Fact]
    public async Task ListAsync_WithAPrefix_IsThatPartInOrder()
    {
        foreach (var name in new[] { "vws/2", "ocw/1", "vws/1", "vws" })
        {
            await store.PutAsync(name, new Tally(1), default);
        }

        Assert.Equal(["vws/1", "vws/2"], await store.ListAsync("vws/", default).Select(blob => blob.Name).ToListAsync());
        Assert.Equal(4, await store.ListAsync(prefix: null, default).CountAsync());
    }

    [Fact]
    public async Task ListAsync_OfAStoreWithMetadata_ShowsThoseOfTheNewestVersion()
    {
        var described = new JsonBlobStore<Tally>(
            container, JsonSerializerOptions.Web,
            tally => tally.Count == 0 ? null : new() { ["size"] = tally.Count > 9 ? "large" : "small" });
        await described.CreateAsync("a", new Tally(1), default);
        await described.CreateAsync("b", new Tally(1), default);
        await described.ChangeAsync("a", _ => new Tally(10), default);
        await described.PutAsync("b", new Tally(0), default);

        var listed = await described.ListAsync(prefix: null, default).ToDictionaryAsync(blob => blob.Name, blob => blob.Metadata);

        Assert.Equal("large", listed["a"]["size"]);
        Assert.DoesNotContain("size", listed["b"]);
    }

    [Fact]
    public async Task NewestAsync_IsTheHighestNamesFirst()
    {
        foreach (var number in new[] { 2, 10, 1, 3 })
        {
            await store.PutAsync($"a/{number:D4}", new Tally(number), default);
        }

        await store.PutAsync("b/0099", new Tally(99), default);

        Assert.Equal([new Tally(10), new Tally(3)], await store.NewestAsync("a/", 2, default));
        Assert.Equal([10, 3, 2, 1], (await store.NewestAsync("a/", int.MaxValue, default)).Select(tally => tally.Count));
        Assert.Equal([99], (await store.NewestAsync(prefix: null, 1, default)).Select(tally => tally.Count));
        Assert.Empty(await store.NewestAsync("c/", 1, default));
    }

    [Fact]
    public async Task EveryCall_CostsTheRequestsThatItSays()
    {
        Assert.Equal(1, await requests.OfAsync(() => store.CreateAsync("a", new Tally(1), default)));
        Assert.Equal(2, await requests.OfAsync(() => store.CreateAsync("a", new Tally(1), default)));
        Assert.Equal(1, await requests.OfAsync(() => store.PutAsync("b", new Tally(2), default)));
        Assert.Equal(1, await requests.OfAsync(() => store.FindAsync("a", default)));
        Assert.Equal(1, await requests.OfAsync(() => store.FindAsync("none", default)));
        Assert.Equal(2, await requests.OfAsync(() => store.ChangeAsync("a", OneMore, default)));
        Assert.Equal(1, await requests.OfAsync(() => store.ChangeAsync("a", _ => null, default)));
        Assert.Equal(3, await requests.OfAsync(() => store.NewestAsync(prefix: null, int.MaxValue, default)));
        Assert.Equal(2, await requests.OfAsync(() => store.NewestAsync(prefix: null, 1, default)));
        Assert.Equal(1, await requests.OfAsync(() => store.DeleteAsync("a", default)));
        Assert.Equal(1, await requests.OfAsync(() => store.DeleteAsync("a", default)));
    }

    private static Tally OneMore(Tally? stored) => new((stored?.Count ?? 0) + 1);

    /// <summary>Writes between the reading and the writing of a change, as another instance may.</summary>
    private void WriteAsAnother(Tally tally) =>
        container.GetBlobClient("a").Upload(
            new BinaryData(JsonSerializer.SerializeToUtf8Bytes(tally, JsonSerializerOptions.Web)), overwrite: true);

    private sealed record Tally(int Count);

    /// <summary>Counts the requests that reach storage.</summary>
    private sealed class RequestCount : HttpPipelineSynchronousPolicy
    {
        private int count;

        public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref count);

        public async Task<int> OfAsync(Func<Task> call)
        {
            var before = count;
            await call();
            return count - before;
        }
    }
}
