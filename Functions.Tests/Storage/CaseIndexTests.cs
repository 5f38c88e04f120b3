using System.Collections.Concurrent;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Storage;

[Collection(nameof(CaseStorage))]
public sealed class CaseIndexTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly StoredCases cases = new(azurite);

    public ValueTask InitializeAsync() => cases.InitializeAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task WriteAsync_OpenAndClosedCase_KeepsTheMarkerOfTheOpenOne()
    {
        var file = await cases.CreateAsync();
        await cases.Index.WriteAsync(file, default);
        Assert.Equal("", (await OpenRowsAsync(file.Number)).Single().Title); // Free text is for the private part alone.

        var withdrawn = await cases.Store.AppendAsync(file, new NewEvent(Actor.Reporter, new CaseWithdrawn()), null, default);
        await cases.Index.WriteAsync(withdrawn!, default);

        Assert.Empty(await OpenRowsAsync(file.Number));
        Assert.Equal(CaseStatus.Withdrawn, (await RowAsync(file.Number)).Status);
    }

    [Fact]
    public async Task AllAsync_RowBehindItsStream_IsFoldedAnew()
    {
        var file = await cases.CreateAsync();
        await cases.Index.WriteAsync(file, default);
        await cases.Store.AppendAsync(file, new NewEvent(new Actor(ActorRole.Analyst, "Ans"), new CaseAssigned { From = null, To = "Ans" }),
            null, default);

        Assert.Equal("Ans", (await RowAsync(file.Number)).Handler);
        Assert.Equal("Ans", (await OpenRowsAsync(file.Number)).Single().Handler);
    }

    [Fact]
    public async Task AllAsync_StreamThatLostItsEnd_KeepsTheRowThatTellsSo()
    {
        var file = await cases.NoteTwiceAsync();
        await cases.Index.WriteAsync(file, default);
        var whole = (await cases.Store.ReadStreamAsync(file.Number, default))!;
        await cases.Store.Stream(file.Number).CreateAsync();
        await cases.Store.Stream(file.Number).AppendBlockAsync(
            new MemoryStream(whole[..(whole.AsSpan()[..^1].LastIndexOf((byte)'\n') + 1)]));

        Assert.Equal(3, (await RowAsync(file.Number)).Version);
        Assert.Equal(3, (await cases.Verifier.VerifyAllAsync(default).SingleAsync(v => v.Number == file.Number)).FirstBadEvent);
    }

    /// <summary>An answer of a ministry that was never asked: each event can be read, but they do not go together.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AllAsync_CaseThatDoesNotFold_IsLoggedAndTheOthersFollow(bool hasRow)
    {
        var bad = await cases.CreateAsync();
        var good = await cases.CreateAsync();
        await cases.Index.WriteAsync(good, default);
        if (!hasRow)
        {
            await cases.Store.Stream(bad.Number).SetMetadataAsync(new Dictionary<string, string>());
        }

        var (line, _) = EventLine.Write(CaseFiles.EventOf(new MinistryAnswered(Ministry.Vws, Late: false), 2), bad.HeadHash);
        await cases.Store.Stream(bad.Number).AppendBlockAsync(new MemoryStream(line));
        var log = new ConcurrentQueue<string>();
        using var logs = new LoggerFactory([new LogQueue(log)]);
        var missed = new List<CaseNumber>();
        var store = new CaseStore(azurite.Blobs, TimeProvider.System);

        var rows = await new CaseIndex(azurite.Blobs, store, logs.CreateLogger<CaseIndex>()).AllAsync(2026, default, missed.Add)
            .ToListAsync();

        Assert.Contains(rows, row => row.Number == good.Number);
        Assert.Equal(hasRow ? 1 : (int?)null, rows.SingleOrDefault(row => row.Number == bad.Number)?.Version);
        Assert.Contains(log, text => text.Contains($"{bad.Number} cannot be folded", StringComparison.Ordinal));
        Assert.DoesNotContain(bad.Number, missed);

        using var feed = new CaseFeed(
            cases.Index, store, TimeProvider.System, logs.CreateLogger<CaseFeed>(), [new StoredCases.SeenCases()]);
        await feed.RefreshWholeAsync(TimeSpan.FromSeconds(30), default);
        Assert.True(feed.IsWhole);
    }

    /// <summary>A report that is being stored, or whose process was killed meanwhile.</summary>
    [Fact]
    public async Task AllAsync_StreamWithoutItsFirstEvent_IsNoCaseAndNoDamage()
    {
        var file = await cases.CreateAsync();
        await cases.Store.Stream(file.Number).CreateAsync(new AppendBlobCreateOptions { Metadata = CaseRow.Of(file).ToMetadata() });
        var log = new ConcurrentQueue<string>();
        using var logs = new LoggerFactory([new LogQueue(log)]);

        var rows = new CaseIndex(azurite.Blobs, cases.Store, logs.CreateLogger<CaseIndex>()).AllAsync(2026, default);

        Assert.DoesNotContain(file.Number, await rows.Select(row => row.Number).ToListAsync());
        Assert.DoesNotContain(log, line => line.Contains(file.Number.Value, StringComparison.Ordinal));
        Assert.DoesNotContain(await cases.Verifier.VerifyAllAsync(default).ToListAsync(), verdict => verdict.Number == file.Number);
    }

    [Fact]
    public async Task AllAsync_StreamOfAnOpenCaseThatIsEmpty_KeepsItsRow()
    {
        var file = await cases.CreateAsync();
        await cases.Index.WriteAsync(file, default);
        await cases.Store.Stream(file.Number).CreateAsync(new AppendBlobCreateOptions { Metadata = CaseRow.Of(file).ToMetadata() });

        Assert.Equal(1, (await RowAsync(file.Number)).Version);
        Assert.Equal(1, (await cases.Verifier.VerifyAllAsync(default).SingleAsync(v => v.Number == file.Number)).FirstBadEvent);
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

    private async Task<List<CaseRow>> OpenRowsAsync(CaseNumber number) =>
        await cases.Index.OpenAsync(default).Where(r => r.Number == number).ToListAsync();

    private async Task<CaseRow> RowAsync(CaseNumber number) =>
        await cases.Index.AllAsync(2026, default).SingleAsync(r => r.Number == number);
}
