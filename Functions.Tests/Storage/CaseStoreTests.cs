using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Tests.Storage;

[Collection(nameof(CaseStorage))]
public sealed class CaseStoreTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly StoredCases cases = new(azurite);

    public ValueTask InitializeAsync() => cases.InitializeAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task CreateAsync_NewCase_IsFoundWithItsTexts()
    {
        var created = await cases.CreateAsync();

        var found = await cases.Store.FindAsync(created.Number, default);

        Assert.Equal("Titel <b>&é", found!.Title);
        Assert.Equal(CaseStatus.Received, found.State.Status);
        Assert.Equal(created.State, found.State with { Themes = created.State.Themes, Workflows = created.State.Workflows });
        Assert.Equal(created.State.Workflows.ToArray(), found.State.Workflows.ToArray());
    }

    [Fact]
    public async Task FindAsync_UnknownNumber_IsNull() => Assert.Null(await cases.Store.FindAsync(CaseNumber.New(2026), default));

    [Fact]
    public async Task CreateAsync_NumberOfAnotherReport_IsRefused()
    {
        var first = await cases.CreateAsync();

        Assert.Null(await cases.Store.CreateAsync(
            first.Number, StoredCases.Reported(), new PrivateCase { ReportKey = "another" }, default));
    }

    [Fact]
    public async Task CreateAsync_SameReportAfterEveryInterruption_GivesTheSameCase()
    {
        var number = CaseNumber.New(2026);
        var privateCase = new PrivateCase { ReportKey = "same" };
        await azurite.Blobs.GetBlobContainerClient(CaseStore.PrivateContainer).GetBlobClient(number.Value).UploadAsync(
            new BinaryData("""{"reportKey":"same"}"""));
        var afterPrivate = await cases.Store.CreateAsync(number, StoredCases.Reported(), privateCase, default);
        Assert.Equal(1, afterPrivate!.State.Version);

        var again = await cases.Store.CreateAsync(number, StoredCases.Reported(), privateCase, default);
        Assert.Equal(1, again!.State.Version);
        Assert.Single((await cases.Store.FindAsync(number, default))!.Events);

        var other = CaseNumber.New(2026);
        await azurite.Blobs.GetBlobContainerClient(CaseStore.PrivateContainer).GetBlobClient(other.Value)
            .UploadAsync(new BinaryData("""{"reportKey":"same"}"""));
        await cases.Store.Stream(other).CreateAsync();
        Assert.Equal(1, (await cases.Store.CreateAsync(other, StoredCases.Reported(), privateCase, default))!.State.Version);
    }

    [Fact]
    public async Task CreateAsync_SameReportManyTimesAtOnce_IsOneCaseThatKeepsItsTexts()
    {
        for (var round = 0; round < 10; round++)
        {
            var number = CaseNumber.New(2026);
            var created = await Task.WhenAll(Enumerable.Range(0, 12)
                .Select(_ => cases.Store.CreateAsync(number, StoredCases.Reported(), new PrivateCase { ReportKey = "same" }, default)));

            Assert.All(created, file => Assert.NotNull(file));
            var file = (await cases.Store.FindAsync(number, default))!;
            Assert.Single(file.Events);
            Assert.Equal(file.Events[0].Texts!.Keys.Order(StringComparer.Ordinal), file.Private.Texts[1]
                .Keys.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task AppendAsync_TwoAtOnce_OneIsTold()
    {
        var file = await cases.CreateAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            cases.Store.AppendAsync(file, StoredCases.Note($"notitie {i}"), null, default)));

        Assert.Single(results, r => r is not null);
        var found = await cases.Store.FindAsync(file.Number, default);
        Assert.Equal(2, found!.Events.Count);
        Assert.StartsWith("notitie", found.Text(found.State.Notes[0].Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindAsync_TextWithoutItsEvent_IsNotShown()
    {
        var file = await cases.CreateAsync();
        await cases.Store.ChangePrivateAsync(
            file, p => p.With(2, new Dictionary<string, PrivateText> { ["note"] = PrivateText.Of("nooit vastgelegd") }), default);

        var found = await cases.Store.FindAsync(file.Number, default);
        Assert.Null(found!.Text(new TextReference(2, "note")));

        var next = await cases.Store.AppendAsync(found, StoredCases.Note("wel vastgelegd"), null, default);
        Assert.Equal("wel vastgelegd", next!.Text(new TextReference(2, "note")));
    }

    [Fact]
    public async Task FindRecentAsync_ChangedByAnotherProcess_IsReadWhereThatMustBeSeen()
    {
        var file = await cases.CreateAsync();
        using var elsewhere = new CaseStore(azurite.Blobs, TimeProvider.System);
        await elsewhere.AppendAsync(file, StoredCases.Note("van elders"), null, default);

        Assert.Equal(1, (await cases.Store.FindRecentAsync(file.Number, 1, default))!.State.Version);
        Assert.Equal(2, (await cases.Store.FindRecentAsync(file.Number, 2, default))!.State.Version);
        Assert.Equal(2, (await cases.Store.FindRecentAsync(file.Number, null, default))!.State.Version);
    }

    [Fact]
    public async Task FindRecentAsync_SecretForgotten_DoesNotGiveItBack()
    {
        var file = await cases.CreateAsync();
        await cases.Store.ChangePrivateAsync(file, held => held.WithSecret("geheim", "1234"), default);
        Assert.Contains("geheim", (await cases.Store.FindRecentAsync(file.Number, 1, default))!.Private.Secrets.Keys);

        await cases.Store.ChangePrivateAsync((await cases.Store.FindAsync(file.Number, default))!,
            held => held.WithoutSecret("geheim"), default);

        Assert.DoesNotContain("geheim", (await cases.Store.FindRecentAsync(file.Number, 1, default))!.Private.Secrets.Keys);
    }

    [Fact]
    public async Task Texts_WrittenWhileOthersChangeThePrivatePart_AreAllKept()
    {
        const int Notes = 25;
        var number = (await cases.CreateAsync()).Number;
        var writing = Task.Run(async () =>
        {
            for (var note = 0; note < Notes;)
            {
                var found = (await cases.Store.FindAsync(number, default))!;
                note += await cases.Store.AppendAsync(found, StoredCases.Note($"Notitie {note}"), null, default) is null ? 0 : 1;
            }
        });
        while (!writing.IsCompleted)
        {
            await cases.Store.ChangePrivateAsync((await cases.Store.FindAsync(number, default))!, held =>
                held.WithSecret("geheim", Guid.NewGuid().ToString()), default);
        }

        await writing;
        var file = (await cases.Store.FindAsync(number, default))!;
        Assert.Equal(Enumerable.Range(0, Notes).Select(note => $"Notitie {note}"), file.State.Notes.Select(note => file.Text(note.Text)));
    }
}
