using System.Text;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;

namespace RegelLoket.Tests.Storage;

[CollectionDefinition(nameof(CaseStorage))]
public sealed class CaseStorage : ICollectionFixture<AzuriteFixture>;

[Collection(nameof(CaseStorage))]
public sealed class CaseStorageTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly CaseStore store = new(azurite.Blobs, TimeProvider.System);
    private CaseIndex Index => new(azurite.Blobs, store, NullLogger<CaseIndex>.Instance);
    private CaseVerifier Verifier => new(azurite.Blobs, store, Index, new AnchorStore(azurite.Blobs));

    public async Task InitializeAsync()
    {
        foreach (var container in new[] { CaseStore.StreamContainer, CaseStore.PrivateContainer, CaseIndex.OpenContainer,
            AnchorStore.Container })
        {
            await azurite.Blobs.GetBlobContainerClient(container).CreateIfNotExistsAsync();
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task CreateAsync_NewCase_IsFoundWithItsTexts()
    {
        var created = await CreateAsync();

        var found = await store.FindAsync(created.Number, default);

        Assert.Equal("Titel <b>&é", found!.Title);
        Assert.Equal(CaseStatus.Received, found.State.Status);
        Assert.Equal(created.State, found.State with { Themes = created.State.Themes, Workflows = created.State.Workflows });
        Assert.Equal(created.State.Workflows.ToArray(), found.State.Workflows.ToArray());
    }

    [Fact]
    public async Task FindAsync_UnknownNumber_IsNull() => Assert.Null(await store.FindAsync(CaseNumber.New(2026), default));

    [Fact]
    public async Task CreateAsync_NumberOfAnotherReport_IsRefused()
    {
        var first = await CreateAsync();

        Assert.Null(await store.CreateAsync(first.Number, Reported(), new PrivateCase { ReportKey = "another" }, default));
    }

    [Fact]
    public async Task CreateAsync_SameReportAfterEveryInterruption_GivesTheSameCase()
    {
        var number = CaseNumber.New(2026);
        var privateCase = new PrivateCase { ReportKey = "same" };
        await azurite.Blobs.GetBlobContainerClient(CaseStore.PrivateContainer).GetBlobClient(number.Value).UploadAsync(
            new BinaryData("""{"reportKey":"same"}"""));
        var afterPrivate = await store.CreateAsync(number, Reported(), privateCase, default);
        Assert.Equal(1, afterPrivate!.State.Version);

        var again = await store.CreateAsync(number, Reported(), privateCase, default);
        Assert.Equal(1, again!.State.Version);
        Assert.Single((await store.FindAsync(number, default))!.Events);

        var other = CaseNumber.New(2026);
        await azurite.Blobs.GetBlobContainerClient(CaseStore.PrivateContainer).GetBlobClient(other.Value)
            .UploadAsync(new BinaryData("""{"reportKey":"same"}"""));
        await store.Stream(other).CreateAsync();
        Assert.Equal(1, (await store.CreateAsync(other, Reported(), privateCase, default))!.State.Version);
    }

    [Fact]
    public async Task CreateAsync_SameReportManyTimesAtOnce_IsOneCaseThatKeepsItsTexts()
    {
        for (var round = 0; round < 10; round++)
        {
            var number = CaseNumber.New(2026);
            var created = await Task.WhenAll(Enumerable.Range(0, 12)
                .Select(_ => store.CreateAsync(number, Reported(), new PrivateCase { ReportKey = "same" }, default)));

            Assert.All(created, file => Assert.NotNull(file));
            var file = (await store.FindAsync(number, default))!;
            Assert.Single(file.Events);
            Assert.Equal(file.Events[0].Texts!.Keys.Order(StringComparer.Ordinal), file.Private.Texts[1]
                .Keys.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task AppendAsync_TwoAtOnce_OneIsTold()
    {
        var file = await CreateAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => store.AppendAsync(file, Note($"notitie {i}"), null, default)));

        Assert.Single(results, r => r is not null);
        var found = await store.FindAsync(file.Number, default);
        Assert.Equal(2, found!.Events.Count);
        Assert.StartsWith("notitie", found.Text(found.State.Notes[0].Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindAsync_TextWithoutItsEvent_IsNotShown()
    {
        var file = await CreateAsync();
        await store.ChangePrivateAsync(
            file, p => p.With(2, new Dictionary<string, PrivateText> { ["note"] = PrivateText.Of("nooit vastgelegd") }), default);

        var found = await store.FindAsync(file.Number, default);
        Assert.Null(found!.Text(new TextReference(2, "note")));

        var next = await store.AppendAsync(found, Note("wel vastgelegd"), null, default);
        Assert.Equal("wel vastgelegd", next!.Text(new TextReference(2, "note")));
    }

    [Fact]
    public async Task WriteAsync_OpenAndClosedCase_KeepsTheMarkerOfTheOpenOne()
    {
        var file = await CreateAsync();
        await Index.WriteAsync(file, default);
        Assert.Equal("", (await OpenRowsAsync(file.Number)).Single().Title); // Free text is for the private part alone.

        var withdrawn = await store.AppendAsync(file, new NewEvent(Actor.Reporter, new CaseWithdrawn()), null, default);
        await Index.WriteAsync(withdrawn!, default);

        Assert.Empty(await OpenRowsAsync(file.Number));
        Assert.Equal(CaseStatus.Withdrawn, (await RowAsync(file.Number)).Status);
    }

    [Fact]
    public async Task AllAsync_RowBehindItsStream_IsFoldedAnew()
    {
        var file = await CreateAsync();
        await Index.WriteAsync(file, default);
        await store.AppendAsync(file, new NewEvent(new Actor(ActorRole.Analyst, "Ans"), new CaseAssigned { From = null, To = "Ans" }),
            null, default);

        Assert.Equal("Ans", (await RowAsync(file.Number)).Handler);
        Assert.Equal("Ans", (await OpenRowsAsync(file.Number)).Single().Handler);
    }

    [Fact]
    public async Task AllAsync_StreamThatLostItsEnd_KeepsTheRowThatTellsSo()
    {
        var file = await NoteTwiceAsync();
        await Index.WriteAsync(file, default);
        var whole = (await store.ReadStreamAsync(file.Number, default))!;
        await store.Stream(file.Number).CreateAsync();
        await store.Stream(file.Number).AppendBlockAsync(new MemoryStream(whole[..(whole.AsSpan()[..^1].LastIndexOf((byte)'\n') + 1)]));

        Assert.Equal(3, (await RowAsync(file.Number)).Version);
        Assert.Equal(3, (await Verifier.VerifyAllAsync(default).SingleAsync(v => v.Number == file.Number)).FirstBadEvent);
    }

    [Fact]
    public async Task FindRecentAsync_ChangedByAnotherProcess_IsReadWhereThatMustBeSeen()
    {
        var file = await CreateAsync();
        using var elsewhere = new CaseStore(azurite.Blobs, TimeProvider.System);
        await elsewhere.AppendAsync(file, Note("van elders"), null, default);

        Assert.Equal(1, (await store.FindRecentAsync(file.Number, 1, default))!.State.Version);
        Assert.Equal(2, (await store.FindRecentAsync(file.Number, 2, default))!.State.Version);
        Assert.Equal(2, (await store.FindRecentAsync(file.Number, null, default))!.State.Version);
    }

    [Fact]
    public async Task FindRecentAsync_SecretForgotten_DoesNotGiveItBack()
    {
        var file = await CreateAsync();
        await store.ChangePrivateAsync(file, held => held.WithSecret("geheim", "1234"), default);
        Assert.Contains("geheim", (await store.FindRecentAsync(file.Number, 1, default))!.Private.Secrets.Keys);

        await store.ChangePrivateAsync((await store.FindAsync(file.Number, default))!, held => held.WithoutSecret("geheim"), default);

        Assert.DoesNotContain("geheim", (await store.FindRecentAsync(file.Number, 1, default))!.Private.Secrets.Keys);
    }

    [Fact]
    public async Task RefreshWholeAsync_BeforeEveryCaseIsRead_SaysSoAndAnswersLater()
    {
        await CreateAsync();
        using var feed = new CaseFeed(Index, store, TimeProvider.System, NullLogger<CaseFeed>.Instance, []);

        await Assert.ThrowsAsync<CasesStillReadException>(() => feed.RefreshWholeAsync(TimeSpan.Zero, default));
        await feed.RefreshWholeAsync(TimeSpan.FromMinutes(1), default);

        Assert.True(feed.IsWhole);
    }

    [Fact]
    public async Task RefreshWholeAsync_OneCaseIsDamaged_ShowsAllOthers()
    {
        var (damaged, whole) = (await CreateAsync(), await CreateAsync());
        await Index.WriteAsync(damaged, default);
        await Index.WriteAsync(whole, default);
        await store.Stream(damaged.Number).AppendBlockAsync(new MemoryStream("{"u8.ToArray()));
        var seen = new SeenCases();
        using var feed = new CaseFeed(Index, store, TimeProvider.System, NullLogger<CaseFeed>.Instance, [seen]);

        await feed.RefreshWholeAsync(TimeSpan.FromMinutes(1), default);

        Assert.Contains(whole.Number, seen.Numbers);
        Assert.DoesNotContain(damaged.Number, seen.Numbers);
    }

    [Fact]
    public async Task RefreshWholeAsync_OnePrivatePartCannotBeRead_ShowsAllOthers()
    {
        var (damaged, whole) = (await CreateAsync(), await CreateAsync());
        var held = azurite.Blobs.GetBlobContainerClient(CaseStore.PrivateContainer).GetBlobClient(damaged.Number.Value);
        var asItWas = (await held.DownloadContentAsync()).Value.Content;
        await held.UploadAsync(new BinaryData("{\"texts\":"), overwrite: true);
        await azurite.Blobs.GetBlobContainerClient(CaseIndex.OpenContainer).GetBlobClient(damaged.Number.Value)
            .UploadAsync(new BinaryData(""), overwrite: true);
        await Index.WriteAsync(whole, default);
        var seen = new SeenCases();
        using var feed = new CaseFeed(Index, store, TimeProvider.System, NullLogger<CaseFeed>.Instance, [seen]);

        await feed.RefreshWholeAsync(TimeSpan.FromMinutes(1), default);

        Assert.Contains(whole.Number, seen.Numbers);
        Assert.DoesNotContain(damaged.Number, seen.Numbers);
        Assert.False((await Verifier.VerifyAsync(damaged.Number, default)).Holds);
        await held.UploadAsync(asItWas, overwrite: true);
    }

    [Fact]
    public async Task VerifyAsync_UntouchedAndErasedCase_Holds()
    {
        var file = await NoteTwiceAsync();
        await store.ChangePrivateAsync(file, p => p with { Texts = new Dictionary<int, IReadOnlyDictionary<string, PrivateText>>() },
            default);

        var verdict = await Verifier.VerifyAsync(file.Number, default);

        Assert.True(verdict.Holds, verdict.Reason);
        Assert.Equal(3, verdict.Events);
        Assert.Equal("[gewist]", (await store.FindAsync(file.Number, default))!.Title);
    }

    [Theory]
    [InlineData("altered", 2)]
    [InlineData("deleted", 2)]
    [InlineData("swapped", 2)]
    [InlineData("unreadable", 3)]
    [InlineData("truncated", 3)]
    [InlineData("forged with a hash that fits", 3)]
    [InlineData("added in between", 3)]
    public async Task VerifyAllAsync_TamperedStream_NamesTheFirstBadEvent(string tampering, int firstBad)
    {
        var file = await NoteTwiceAsync();
        await Index.WriteAsync(file, default);
        var lines = Encoding.UTF8.GetString((await store.ReadStreamAsync(file.Number, default))!)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
        switch (tampering)
        {
            case "altered": lines[1] = lines[1].Replace("Ans", "Bea", StringComparison.Ordinal); break;
            case "deleted": lines.RemoveAt(1); break;
            case "swapped": (lines[1], lines[2]) = (lines[2], lines[1]); break;
            case "unreadable": lines[2] = "{" + lines[2]; break;
            case "truncated": lines.RemoveAt(2); break;
            case "forged with a hash that fits":
                var (forged, _) = EventLine.Write(file.Events[2] with { By = new Actor(ActorRole.Analyst, "Bea") }, file.Events[1].Hash);
                lines[2] = Encoding.UTF8.GetString(forged).TrimEnd('\n');
                break;
            case "added in between": lines.Insert(1, lines[1]); break;
        }

        var metadata = (await store.Stream(file.Number).GetPropertiesAsync()).Value.Metadata;
        await store.Stream(file.Number).CreateAsync(new AppendBlobCreateOptions { Metadata = metadata });
        await store.Stream(file.Number).AppendBlockAsync(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n")));

        var verdict = await Verifier.VerifyAllAsync(default).SingleAsync(v => v.Number == file.Number);

        Assert.Equal(firstBad, verdict.FirstBadEvent);
        Assert.NotNull(verdict.Reason);
    }

    [Fact]
    public async Task RunAsync_OverATamperedCase_NamesCaseAndEventAndEndsWithOne()
    {
        var (whole, broken) = (await NoteTwiceAsync(), await NoteTwiceAsync());
        await Index.WriteAsync(broken, default);
        var lines = Encoding.UTF8.GetString((await store.ReadStreamAsync(broken.Number, default))!)
            .Replace("Ans", "Bea", StringComparison.Ordinal);
        await store.Stream(broken.Number).CreateAsync(new AppendBlobCreateOptions());
        await store.Stream(broken.Number).AppendBlockAsync(new MemoryStream(Encoding.UTF8.GetBytes(lines)));
        await using var services = new ServiceCollection()
            .AddSingleton(Verifier).AddSingleton(azurite.Blobs).AddSingleton(azurite.Queues).BuildServiceProvider();
        await using var output = new StringWriter();

        var exitCode = await VerifyCommand.RunAsync(services, output, default);

        Assert.Equal(1, exitCode);
        Assert.Contains($"{broken.Number}: gebeurtenis 2 klopt niet: de hash klopt niet", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(whole.Number.Value, output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyAsync_AlteredText_NamesItsEvent()
    {
        var file = await NoteTwiceAsync();
        var forged = file.Private.Texts[2]["note"] with { Text = "iets anders" };
        await store.ChangePrivateAsync(file, p => p.With(2, new Dictionary<string, PrivateText> { ["note"] = forged }), default);

        Assert.Equal(2, (await Verifier.VerifyAsync(file.Number, default)).FirstBadEvent);
    }

    [Fact]
    public async Task VerifyAllAsync_CaseThatAnAnchorKnows_IsMissed()
    {
        var file = await NoteTwiceAsync();
        var anchors = new AnchorStore(azurite.Blobs);
        await anchors.WriteAsync(
            new DateOnly(2099, 1, 1), new Dictionary<string, AnchoredHead> { [file.Number.Value] = new(3, file.HeadHash) }, default);
        await anchors.WriteAsync(new DateOnly(2099, 1, 1), new Dictionary<string, AnchoredHead>(), default);
        await store.Stream(file.Number).DeleteAsync();

        var verdict = await Verifier.VerifyAllAsync(default).SingleAsync(v => v.Number == file.Number);

        Assert.Equal(1, verdict.FirstBadEvent);
        await azurite.Blobs.GetBlobContainerClient(AnchorStore.Container).DeleteBlobAsync("2099-01-01.json");
    }

    [Fact]
    public void ToMetadata_EveryRow_FitsInHeadersAndComesBack()
    {
        var row = new CaseRow
        {
            Number = CaseNumber.New(2026),
            Status = CaseStatus.AtMinistries,
            ReportedAt = DateTimeOffset.UnixEpoch,
            ChangedAt = DateTimeOffset.UnixEpoch.AddDays(1),
            DueOn = new DateOnly(2026, 4, 7),
            Handler = "Ans ë\r\n",
            Ministries = [Ministry.Vws, Ministry.Szw],
            Themes = [Theme.GezondWerken],
            Branche = Branche.Ggd,
            Outcome = OutcomeKind.HetKanAl,
            Version = 7,
            Position = 4711,
            Head = new string('a', 64),
            Workflows = [new WorkflowMark(null, 1, 6, true), new WorkflowMark(Ministry.Vws, 4, 7, false),
                new WorkflowMark(Ministry.Szw, 4, 4, true)],
        };

        var metadata = row.ToMetadata();

        Assert.All(metadata, m => Assert.All(m.Value, c => Assert.InRange(c, ' ', '~')));
        Assert.True(metadata.Sum(m => m.Key.Length + m.Value.Length) < 8192);
        Assert.Equivalent(row, CaseRow.FromMetadata(row.Number, metadata));
    }

    [Fact]
    public async Task Texts_WrittenWhileOthersChangeThePrivatePart_AreAllKept()
    {
        const int Notes = 25;
        var number = (await CreateAsync()).Number;
        var writing = Task.Run(async () =>
        {
            for (var note = 0; note < Notes;)
            {
                note += await store.AppendAsync((await store.FindAsync(number, default))!, Note($"Notitie {note}"), null, default) is null
                    ? 0 : 1;
            }
        });
        while (!writing.IsCompleted)
        {
            await store.ChangePrivateAsync((await store.FindAsync(number, default))!, held =>
                held.WithSecret("geheim", Guid.NewGuid().ToString()), default);
        }

        await writing;
        var file = (await store.FindAsync(number, default))!;
        Assert.Equal(Enumerable.Range(0, Notes).Select(note => $"Notitie {note}"), file.State.Notes.Select(note => file.Text(note.Text)));
    }

    internal static NewEvent Reported() => new(Actor.Reporter, new CaseReported
    {
        Channel = ReportChannel.Api,
        Branche = Branche.Ouderenzorg,
        Themes = [Theme.Arbeidsinnovatie],
        Anonymous = true,
        FollowCodeHash = FollowCode.New().Hash(),
        DueOn = new DateOnly(2026, 4, 7),
    })
    {
        Texts = new Dictionary<string, string> { [TextNames.Title] = "Titel <b>&é", [TextNames.Obstacle] = "Iets" },
    };

    private static NewEvent Note(string text) =>
        new(new Actor(ActorRole.Analyst, "Ans"), new NoteAdded()) { Texts = new Dictionary<string, string> { [TextNames.Note] = text } };

    private async Task<CaseFile> CreateAsync() =>
        (await store.CreateAsync(CaseNumber.New(2026), Reported(), new PrivateCase { ReportKey = Guid.NewGuid().ToString() }, default))!;

    private async Task<CaseFile> NoteTwiceAsync()
    {
        var file = await store.AppendAsync(await CreateAsync(), Note("een"), null, default);
        return (await store.AppendAsync(file!, Note("twee"), null, default))!;
    }

    private async Task<List<CaseRow>> OpenRowsAsync(CaseNumber number) => await Index.OpenAsync(default).Where(r => r.Number == number)
        .ToListAsync();

    private async Task<CaseRow> RowAsync(CaseNumber number) => await Index.AllAsync(2026, default).SingleAsync(r => r.Number == number);

    internal sealed class SeenCases : ICaseProjection
    {
        public HashSet<CaseNumber> Numbers { get; } = [];

        public void Apply(CaseFile file) => Numbers.Add(file.Number);
    }
}
