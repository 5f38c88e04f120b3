using Azure.Storage.Blobs;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Intake.Drafts;

namespace RegelLoket.Tests.Intake;

public sealed class DraftStoreTests : IClassFixture<AzuriteFixture>, IAsyncLifetime
{
    private readonly BlobServiceClient _blobs;
    private readonly MovableClock _clock = new();
    private readonly DraftStore _drafts;

    public DraftStoreTests(AzuriteFixture storage)
    {
        _blobs = storage.Blobs;
        _drafts = new DraftStore(_blobs, Options.Create(new DraftOptions { KeptForDays = 30 }), _clock);
    }

    public async ValueTask InitializeAsync() => await _blobs.GetBlobContainerClient(DraftStore.Container).CreateIfNotExistsAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Draft_UntilItsMoment_IsFound_AndThenIsGone()
    {
        var (code, draft) = await _drafts.StartAsync(default);
        _clock.Now = draft.KeptUntil.AddSeconds(-1);
        Assert.NotNull(await _drafts.FindAsync(code, default));
        _clock.Now = draft.KeptUntil;
        Assert.Null(await _drafts.FindAsync(code, default));
        Assert.True(await _drafts.DeleteExpiredAsync(default) >= 1);

        Assert.False(await _blobs.GetBlobContainerClient(DraftStore.Container).GetBlobClient(code.Hash()).ExistsAsync());
    }

    [Fact]
    public async Task Draft_ChangedByTenTabsAtOnce_KeepsEveryChange()
    {
        var (code, _) = await _drafts.StartAsync(default);

        await Task.WhenAll(Enumerable.Range(0, 10)
            .Select(tab => _drafts.ChangeAsync(code, draft => draft with { Answered = [.. draft.Answered, $"{tab}"] }, default)));

        Assert.Equal(10, (await _drafts.FindAsync(code, default))!.Answered.Distinct().Count());
    }

    [Fact]
    public async Task Storage_HoldsNoCodeInTheClear()
    {
        var (code, _) = await _drafts.StartAsync(default);

        await foreach (var blob in _blobs.GetBlobContainerClient(DraftStore.Container).GetBlobsAsync())
        {
            var content = (await _blobs.GetBlobContainerClient(DraftStore.Container).GetBlobClient(blob.Name).DownloadContentAsync())
                .Value.Content.ToString();
            Assert.DoesNotContain(code.Value, blob.Name + content, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Draft_OfAnotherCode_IsNotFound() => Assert.Null(await _drafts.FindAsync(FollowCode.New(), default));

    private sealed class MovableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
