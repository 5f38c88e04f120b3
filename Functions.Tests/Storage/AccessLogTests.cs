using Azure.Core;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Time.Testing;
using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Storage;

/// <summary>Each look at a case is in its log, once for a few minutes, also where storage failed the first time.</summary>
[Collection(nameof(CaseStorage))]
public sealed class AccessLogTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly Actor Ans = new(ActorRole.Analyst, "Ans", "id-ans");

    private readonly CaseNumber number = CaseNumber.New(2026);
    private readonly FakeTimeProvider time = new(CaseFiles.ReportedAt);
    private readonly UnsteadyLine line = new(request => request.Method == RequestMethod.Put);

    private AccessLog Log => field ??= Create();

    public async ValueTask InitializeAsync() => await azurite.Blobs.GetBlobContainerClient(AccessLog.Container).CreateIfNotExistsAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task RecordAsync_SameLookWithinMinutes_IsOneAndLaterAnother()
    {
        await Log.RecordAsync(number, Ans, "context", default);
        time.Advance(TimeSpan.FromMinutes(4));
        await Log.RecordAsync(number, Ans, "context", default);
        time.Advance(TimeSpan.FromMinutes(2));
        await Log.RecordAsync(number, Ans, "context", default);

        Assert.Equal(2, (await Log.OfAsync(number, default)).Count);
    }

    [Fact]
    public async Task RecordAsync_OtherPartOrPerson_IsAnotherLook()
    {
        await Log.RecordAsync(number, Ans, "context", default);
        await Log.RecordAsync(number, Ans, "dossier", default);
        await Log.RecordAsync(number, Ans with { Id = "id-other" }, "context", default);

        var looks = await Log.OfAsync(number, default);

        Assert.Equal(["context", "dossier", "context"], looks.Select(look => look.What));
        Assert.Equal("id-other", looks[0].By.Id);
    }

    [Fact]
    public async Task RecordAsync_StorageThatFailed_LogsTheNextLook()
    {
        await Log.RecordAsync(number, Ans, "dossier", default);
        line.LoseNextAnswer();
        await Assert.ThrowsAnyAsync<Exception>(() => Log.RecordAsync(number, Ans, "context", default));

        await Log.RecordAsync(number, Ans, "context", default);

        // The lost answer was that of a line which had arrived: twice is more than never.
        Assert.Equal(["context", "context", "dossier"], (await Log.OfAsync(number, default)).Select(look => look.What));
    }

    [Fact]
    public async Task OfAsync_CaseThatNobodyLookedAt_IsEmpty() => Assert.Empty(await Log.OfAsync(CaseNumber.New(2026), default));

    [Fact]
    public async Task RecordAsync_PartOfASplitReport_IsALookAtTheWholeToo()
    {
        var file = CaseFiles.Of(CaseFiles.Reported() with { SplitFrom = number });

        await Log.RecordAsync(file, Ans, "melding", default);

        Assert.Single(await Log.OfAsync(number, default));
    }

    private AccessLog Create()
    {
        var options = new BlobClientOptions { Retry = { MaxRetries = 0 } };
        options.AddPolicy(line, HttpPipelinePosition.PerRetry);
        return new AccessLog(new BlobServiceClient(azurite.ConnectionString, options), time);
    }
}
