using Azure.Core;
using Azure.Storage.Blobs;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Privacy;
using RegelLoket.Storage;
using RegelLoket.Tests.Storage;

namespace RegelLoket.Tests.Privacy;

/// <summary>An erasure that meets another writer or that broke off: the data goes, and one event records it.</summary>
[Collection(nameof(CaseStorage))]
public sealed class EraserRetryTests : IAsyncLifetime
{
    private static readonly Actor Ans = new(ActorRole.Analyst, "Ans");

    private readonly StoredCases cases;
    private readonly CaseStore slow;
    private readonly UnsteadyLine line =
        new(request => request.Uri.Query.Contains("comp=appendblock", StringComparison.Ordinal));

    public EraserRetryTests(AzuriteFixture azurite)
    {
        var options = new BlobClientOptions { Retry = { Delay = TimeSpan.FromMilliseconds(1) } };
        options.AddPolicy(line, HttpPipelinePosition.PerRetry);
        cases = new(azurite);
        slow = new(new BlobServiceClient(azurite.ConnectionString, options), TimeProvider.System);
    }

    public ValueTask InitializeAsync() => cases.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        slow.Dispose();
        cases.Store.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task EraseAsync_AnotherEventComesBetweenTheDataAndItsEvent_IsRecordedAfterIt()
    {
        var number = (await cases.CreateAsync()).Number;

        Assert.True(await EraseBesideAsync(number, new NewEvent(Ans, new CaseAssigned { From = null, To = "Ans" })));

        var file = await FileAsync(number);
        Assert.Equal([typeof(CaseReported), typeof(CaseAssigned), typeof(DataErased)], file.Events.Select(e => e.What.GetType()));
        Assert.Null(file.Text(file.Events[0].Text(TextNames.Title)));
    }

    [Fact]
    public async Task EraseAsync_AnotherErasesTheSameMeanwhile_LeavesTheRecordToIt()
    {
        var number = (await cases.CreateAsync()).Number;

        Assert.True(await EraseBesideAsync(
            number, new NewEvent(Ans, new DataErased { What = ErasedData.Texts, Ground = ErasureGround.Term })));

        var erased = Assert.Single((await FileAsync(number)).Events, e => e.What is DataErased);
        Assert.Equal(Ans, erased.By);
    }

    /// <summary>What is taken of one person is less than what is asked of all.</summary>
    [Fact]
    public async Task EraseAsync_AnotherErasesLessMeanwhile_RecordsItsOwn()
    {
        var number = (await cases.CreateAsync()).Number;

        Assert.True(await EraseBesideAsync(
            number, new NewEvent(Ans, new DataErased { What = ErasedData.Reporter, Ground = ErasureGround.Term })));

        Assert.Equal([ErasedData.Reporter, ErasedData.Texts],
            (await FileAsync(number)).Events.Select(e => e.What).OfType<DataErased>().Select(erased => erased.What));
    }

    [Fact]
    public async Task EraseAsync_OthersAtEveryAttempt_FailsAndSaysOfWhichCase()
    {
        var number = (await cases.CreateAsync()).Number;
        var eraser = new Eraser(cases.Store, cases.Index, [new Beside(async file => Assert.NotNull(await cases.Store.AppendAsync(
            (await cases.Store.FindAsync(file.Number, default))!, StoredCases.Note("iets"), null, default)))]);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => EraseAsync(eraser, number));

        Assert.Contains(number.Value, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain((await FileAsync(number)).Events, e => e.What is DataErased);
    }

    [Fact]
    public async Task FinishAsync_DataThatIsWhole_IsLeftAlone()
    {
        var file = await cases.CreateAsync();

        Assert.False(await FinishAsync(EraserOf(cases.Store), file));

        Assert.Equal(1, (await FileAsync(file.Number)).State.Version);
    }

    [Fact]
    public async Task FinishAsync_DataThatWentWithoutAnEvent_IsRecordedOnce()
    {
        var file = await cases.CreateAsync();
        await TakeAsync(file);

        Assert.True(await FinishAsync(EraserOf(cases.Store), file));
        Assert.True(await FinishAsync(EraserOf(cases.Store), file));

        Assert.Single((await FileAsync(file.Number)).Events, e => e.What is DataErased);
    }

    [Fact]
    public async Task FinishAsync_AfterItsEvent_TakesWhatIsBesideTheCaseToo()
    {
        var file = await cases.CreateAsync();
        Assert.True(await EraseAsync(EraserOf(cases.Store), file.Number));
        var beside = new List<CaseNumber>();

        Assert.True(await FinishAsync(EraserOf(cases.Store, beside), file));

        Assert.Equal([file.Number], beside);
    }

    [Fact]
    public async Task FinishAsync_ErasedForAnotherReason_IsNotItsOwn()
    {
        var file = await cases.CreateAsync();
        Assert.True(await EraseAsync(EraserOf(cases.Store), file.Number));

        Assert.False(await FinishAsync(EraserOf(cases.Store), file, ErasureGround.Request));

        Assert.Single((await FileAsync(file.Number)).Events, e => e.What is DataErased);
    }

    [Fact]
    public async Task FinishAsync_ErasedBeforeItBegan_IsRecordedAgain()
    {
        var file = await cases.CreateAsync();
        Assert.True(await EraseAsync(EraserOf(cases.Store), file.Number));

        Assert.True(await EraserOf(cases.Store).FinishAsync(file.Number, ErasedData.Texts, ErasureGround.Request, Ans,
            TimeProvider.System.GetUtcNow().AddMinutes(1), default));

        Assert.Equal(2, (await FileAsync(file.Number)).Events.Count(e => e.What is DataErased));
    }

    /// <summary>Erases the texts while another writer is just ahead with an event.</summary>
    private async Task<bool> EraseBesideAsync(CaseNumber number, NewEvent other)
    {
        line.HoldNext();
        var erasing = EraseAsync(EraserOf(slow), number);
        await line.Held;
        Assert.NotNull(await cases.Store.AppendAsync(await FileAsync(number), other, null, default));
        line.LetGo();
        return await erasing;
    }

    private static Task<bool> EraseAsync(Eraser eraser, CaseNumber number) =>
        eraser.EraseAsync(number, ErasedData.Texts, ErasureGround.Term, Actor.System, default);

    private static Task<bool> FinishAsync(Eraser eraser, CaseFile file, ErasureGround ground = ErasureGround.Term) =>
        eraser.FinishAsync(file.Number, ErasedData.Texts, ground, Actor.System, file.Events[0].At, default);

    private Eraser EraserOf(CaseStore store, List<CaseNumber>? beside = null) => new(store, cases.Index, [new Beside(file =>
    {
        beside?.Add(file.Number);
        return Task.CompletedTask;
    })]);

    private async Task TakeAsync(CaseFile file) => Assert.True(await cases.Store.ChangePrivateAsync(
        file, held => PersonTrace.Without(file, held, person: null, ErasedData.Texts), default));

    private async Task<CaseFile> FileAsync(CaseNumber number) => (await cases.Store.FindAsync(number, default))!;

    private sealed class Beside(Func<CaseFile, Task> erase) : ICaseDataEraser
    {
        public Task ForgetAsync(CaseFile file, ErasedData what, CancellationToken cancellation) => erase(file);
    }
}
