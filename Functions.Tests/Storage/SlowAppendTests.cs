using Azure.Core;
using Azure.Storage.Blobs;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;

namespace RegelLoket.Tests.Storage;

/// <summary>Whatever happens between writing the texts of an event and appending it, an event that was stored keeps its texts.</summary>
[Collection(nameof(CaseStorage))]
public sealed class SlowAppendTests : IAsyncLifetime
{
    private readonly AzuriteFixture azurite;
    private readonly CaseStore store;
    private readonly CaseStore slow;
    private readonly UnsteadyLine line =
        new(request => request.Uri.Query.Contains("comp=appendblock", StringComparison.Ordinal));

    public SlowAppendTests(AzuriteFixture azurite)
    {
        this.azurite = azurite;
        var options = new BlobClientOptions { Retry = { Delay = TimeSpan.FromMilliseconds(1) } };
        options.AddPolicy(line, HttpPipelinePosition.PerRetry);
        store = new(azurite.Blobs, TimeProvider.System);
        slow = new(new BlobServiceClient(azurite.ConnectionString, options), TimeProvider.System);
    }

    public async ValueTask InitializeAsync()
    {
        foreach (var container in new[] { CaseStore.StreamContainer, CaseStore.PrivateContainer, AnchorStore.Container })
        {
            await azurite.Blobs.GetBlobContainerClient(container).CreateIfNotExistsAsync();
        }
    }

    public ValueTask DisposeAsync()
    {
        store.Dispose();
        slow.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task AppendAsync_AnotherWriterWouldNotWait_LosesNoWordsOfEither()
    {
        var file = await CreateAsync();
        line.HoldNext();
        var late = slow.AppendAsync(file, Note("van de trage"), null, default);
        await line.Held;

        var quick = await store.AppendAsync((await store.FindAsync(file.Number, default))!, Note("van de vlotte"), null, default);
        line.LetGo();

        Assert.NotNull(quick);
        Assert.Null(await late);
        var again = await slow.AppendAsync((await slow.FindAsync(file.Number, default))!, Note("van de trage"), null, default);
        Assert.NotNull(again);
        Assert.Equal(["van de vlotte", "van de trage"], await NotesAsync(file.Number));
    }

    [Fact]
    public async Task ChangePrivateAsync_WhileAnotherIsAboutToAppend_KeepsItsText()
    {
        var file = await CreateAsync();
        line.HoldNext();
        var late = slow.AppendAsync(file, Note("van de trage"), null, default);
        await line.Held;

        var before = (await store.FindAsync(file.Number, default))!;
        Assert.Empty(before.State.Notes);
        Assert.True(await store.ChangePrivateAsync(before, held => held.WithSecret("geheim", "1234"), default));
        line.LetGo();

        Assert.NotNull(await late);
        Assert.Equal(["van de trage"], await NotesAsync(file.Number));
        Assert.Contains("geheim", (await store.FindAsync(file.Number, default))!.Private.Secrets.Keys);
    }

    [Fact]
    public async Task AppendAsync_EventWithoutTextWhileAnotherIsAboutToAppend_IsStoredAtOnceAndTheOtherTriesAgain()
    {
        var file = await CreateAsync();
        line.HoldNext();
        var late = slow.AppendAsync(file, Note("van de trage"), null, default);
        await line.Held;

        var assigned = new NewEvent(new Actor(ActorRole.Analyst, "Ans"), new CaseAssigned { From = null, To = "Ans" });
        Assert.NotNull(await store.AppendAsync((await store.FindAsync(file.Number, default))!, assigned, null, default));
        line.LetGo();

        Assert.Null(await late);
        Assert.Empty(await NotesAsync(file.Number));
    }

    [Fact]
    public async Task AppendAsync_AfterAWriterThatDied_LeavesItsStraysOut()
    {
        var file = await CreateAsync();
        using var leaving = new CancellationTokenSource();
        line.HoldNext();
        var dead = slow.AppendAsync(file, Note("nooit vastgelegd"), null, leaving.Token);
        await line.Held;
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => dead);

        Assert.NotNull(await store.AppendAsync((await store.FindAsync(file.Number, default))!, Note("wel"), null, default));

        Assert.Equal(["wel"], await NotesAsync(file.Number));
        var stored = await azurite.Blobs.GetBlobContainerClient(CaseStore.PrivateContainer).GetBlobClient(file.Number.Value)
            .DownloadContentAsync();
        Assert.DoesNotContain("nooit vastgelegd", stored.Value.Content.ToString(), StringComparison.Ordinal);
        Assert.True((await new CaseVerifier(azurite.Blobs, store, null!, new AnchorStore(azurite.Blobs))
            .VerifyAsync(file.Number, default)).Holds);
    }

    [Fact]
    public async Task AppendAsync_AnswerIsLost_IsStoredOnce()
    {
        var file = await CreateAsync();
        line.LoseNextAnswer();

        var appended = await slow.AppendAsync(file, Note("een keer"), null, default);

        Assert.Equal(2, appended!.State.Version);
        Assert.Equal(["een keer"], await NotesAsync(file.Number));
    }

    private async Task<CaseFile> CreateAsync() => (await store.CreateAsync(
        CaseNumber.New(2026), StoredCases.Reported(), new PrivateCase { ReportKey = Guid.NewGuid().ToString() }, default))!;

    private async Task<IEnumerable<string?>> NotesAsync(CaseNumber number)
    {
        var file = (await store.FindAsync(number, default))!;
        return file.State.Notes.Select(note => file.Text(note.Text)).ToList();
    }

    private static NewEvent Note(string text) =>
        new(new Actor(ActorRole.Analyst, "Ans"), new NoteAdded()) { Texts = new Dictionary<string, string> { [TextNames.Note] = text } };
}
