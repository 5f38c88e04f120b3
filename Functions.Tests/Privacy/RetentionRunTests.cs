using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Intake;
using RegelLoket.Privacy;
using RegelLoket.Storage;
using RegelLoket.Tests.Workbench;

namespace RegelLoket.Tests.Privacy;

/// <summary>What a run leaves behind when it ends, and when it is cut off.</summary>
[Collection(AppCollection.Name)]
public sealed class RetentionRunTests(AppFixture app)
{
    private static readonly DateTimeOffset Term = new(2026, 6, 1, 3, 0, 0, TimeSpan.Zero);

    private readonly RetentionRun retention = app.Services.GetRequiredService<RetentionRun>();
    private readonly CaseStore store = app.Services.GetRequiredService<CaseStore>();
    private readonly JsonBlobStore<Certificate> certificates = new(
        app.Storage.Blobs.GetBlobContainerClient(RetentionRun.Container), System.Text.Json.JsonSerializerOptions.Web);

    /// <summary>A case runs for months: what counts is when its workflow ended.</summary>
    [Theory]
    [InlineData(-200, -1, OrchestrationRuntimeStatus.Completed, true)]
    [InlineData(-200, 1, OrchestrationRuntimeStatus.Completed, false)]
    [InlineData(-200, -1, OrchestrationRuntimeStatus.Running, false)]
    [InlineData(-200, -1, OrchestrationRuntimeStatus.Failed, true)]
    public void EndedBefore_AnInstance_CountsFromItsEnd(int begun, int ended, OrchestrationRuntimeStatus status, bool goes) =>
        Assert.Equal(goes, RetentionRun.EndedBefore(
            new OrchestrationMetadata("CaseWorkflow", "RR-2026-7KQ4M")
            {
                CreatedAt = Term.AddDays(begun),
                LastUpdatedAt = Term.AddDays(ended),
                RuntimeStatus = status,
            },
            Term));

    [Fact]
    public async Task FinishBrokenRuns_APlanThatWasCutOff_NamesWhatIsGoneAndLeavesTheRest()
    {
        var now = TimeProvider.System.GetUtcNow();
        var (erased, whole) = (await TestCase.ReportAsync(app), await TestCase.ReportAsync(app));
        var (erasedNumber, wholeNumber) = (CaseNumber.Parse(erased.Number), CaseNumber.Parse(whole.Number));
        var begunAt = now.AddHours(-2);
        // The data is gone and the process with it, before the event.
        await Journey.UntilAsync(
            async () => await store.ChangePrivateAsync((await store.FindAsync(erasedNumber, default))!, _ => new PrivateCase(), default),
            "the data to be taken, between two writes of the workflow");
        var plan = new Certificate
        {
            Day = WorkingDays.DayOf(begunAt),
            DryRun = false,
            IsPlan = true,
            MadeAt = begunAt,
            Cases =
            [
                new(erasedNumber, ErasedData.Texts, WorkingDays.DayOf(begunAt)),
                new(wholeNumber, ErasedData.Texts, WorkingDays.DayOf(begunAt)),
            ],
            Histories = 0,
            Milliseconds = 1,
        };
        await certificates.PutAsync($"{plan.Id}.json", plan, default);

        await retention.FinishBrokenRunsAsync(now, default);

        var finished = (await retention.FindCertificateAsync(plan.Id, default))!;
        Assert.False(finished.IsPlan);
        Assert.Equal([erasedNumber], finished.Cases.Select(line => line.Number));
        Assert.Contains((await store.FindAsync(erasedNumber, default))!.Events, e => e.What is DataErased { What: ErasedData.Texts });
        Assert.DoesNotContain((await store.FindAsync(wholeNumber, default))!.Events, e => e.What is DataErased);
        Assert.NotEmpty((await store.FindAsync(wholeNumber, default))!.Private.Texts);
    }

    /// <summary>A case that cannot be read is told and tried again; every other is done.</summary>
    [Fact]
    public async Task FinishBrokenRuns_ACaseThatCannotBeRead_HoldsUpNoOther()
    {
        var now = TimeProvider.System.GetUtcNow();
        var (damaged, erased) = (CaseNumber.New(2026), CaseNumber.Parse((await TestCase.ReportAsync(app)).Number));
        var stream = store.Stream(damaged);
        await stream.CreateAsync();
        await stream.AppendBlockAsync(new MemoryStream("{"u8.ToArray()));
        await Journey.UntilAsync(
            async () => await store.ChangePrivateAsync((await store.FindAsync(erased, default))!, _ => new PrivateCase(), default),
            "the data to be taken, between two writes of the workflow");
        var day = WorkingDays.DayOf(now);
        var plan = new Certificate
        {
            Day = day,
            DryRun = false,
            IsPlan = true,
            MadeAt = now.AddMinutes(-90),
            Cases = [new(damaged, ErasedData.Texts, day), new(erased, ErasedData.Texts, day)],
            Histories = 0,
            Milliseconds = 1,
        };
        await certificates.PutAsync($"{plan.Id}.json", plan, default);

        await retention.FinishBrokenRunsAsync(now, default);

        Assert.Contains((await store.FindAsync(erased, default))!.Events, e => e.What is DataErased { What: ErasedData.Texts });
        Assert.True((await retention.FindCertificateAsync(plan.Id, default))!.IsPlan);
        await certificates.DeleteAsync($"{plan.Id}.json", default);
        await stream.DeleteAsync();
    }

    [Fact]
    public async Task Erasure_OfACaseThatIsNoLongerDue_DoesNothing()
    {
        var reported = CaseNumber.Parse((await TestCase.ReportAsync(app)).Number);

        Assert.False(await app.Services.GetRequiredService<Eraser>().EraseAsync(
            reported, ErasedData.Texts, ErasureGround.Term, Actor.System, default, isDue: file => !file.State.IsOpen));

        Assert.NotEmpty((await store.FindAsync(reported, default))!.Private.Texts);
    }

    [Fact]
    public async Task FinishBrokenRuns_APlanOfAMomentAgo_IsLeftToItsRun()
    {
        var now = TimeProvider.System.GetUtcNow();
        var plan = new Certificate
        {
            Day = WorkingDays.DayOf(now),
            DryRun = false,
            IsPlan = true,
            MadeAt = now.AddMinutes(-1),
            Cases = [],
            Histories = 0,
            Milliseconds = 1,
        };
        await certificates.PutAsync($"{plan.Id}.json", plan, default);

        await retention.FinishBrokenRunsAsync(now, default);

        Assert.True((await retention.FindCertificateAsync(plan.Id, default))!.IsPlan);
        await certificates.DeleteAsync($"{plan.Id}.json", default);
    }

    [Fact]
    public async Task Erasure_OfACase_TakesTheClaimOnItsKeyAlong()
    {
        var reported = await TestCase.ReportAsync(app);
        var file = (await store.FindAsync(CaseNumber.Parse(reported.Number), default))!;
        var claim = app.Storage.Blobs.GetBlobContainerClient(ReportKeys.Container).GetBlobClient(file.Private.ReportKey!);
        Assert.True(await claim.ExistsAsync());

        await app.Services.GetRequiredService<Eraser>().EraseAsync(
            file.Number, ErasedData.Texts, ErasureGround.Term, Actor.System, default);

        Assert.False(await claim.ExistsAsync());
    }
}
