using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RegelLoket.Attachments;
using RegelLoket.Cases;
using RegelLoket.Intake.Drafts;
using RegelLoket.Web.Uploads;

namespace RegelLoket.Tests.Attachments;

/// <summary>A file that was taken away leaves nothing, also when its content could not be deleted at once.</summary>
[Collection(AppCollection.Name)]
public sealed class AttachmentReconcilerTests(AppFixture app)
{
    [Fact]
    public async Task ReconcileAttachments_ContentThatCouldNotBeDeleted_IsDeletedInTheNextRound()
    {
        var (number, code, id) = await WithFileAsync();
        var lease = Blob(number, id).GetBlobLeaseClient();
        await lease.AcquireAsync(TimeSpan.FromSeconds(-1));

        using (var request = new HttpRequestMessage(HttpMethod.Delete, $"/v1/meldingen/{number}/bijlagen/{id}"))
        {
            request.Headers.Add("Volgcode", code);
            using var client = app.NewClient();
            using var answer = await client.SendAsync(request);
            Assert.Equal(System.Net.HttpStatusCode.NoContent, answer.StatusCode);
        }

        Assert.True(await Blob(number, id).ExistsAsync());
        await lease.ReleaseAsync();
        await ReconcileAsync();
        Assert.False(await Blob(number, id).ExistsAsync());
    }

    [Fact]
    public async Task ReconcileAttachments_ContentWithoutAnEvent_IsDeletedAfterADayAndOthersStay()
    {
        var (number, _, id) = await WithFileAsync();
        var stray = AttachmentService.NewId();
        await Blob(number, stray).UploadAsync(BinaryData.FromString("rest"));

        await ReconcileAsync();
        Assert.True(await Blob(number, stray).ExistsAsync());
        await ReconcileAsync(new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddDays(2)));

        Assert.False(await Blob(number, stray).ExistsAsync());
        Assert.True(await Blob(number, id).ExistsAsync());
    }

    [Fact]
    public async Task AdoptAsync_FileThatWasTakenAwaySince_IsNotPutBack()
    {
        var (number, _, id) = await WithFileAsync();
        var service = app.Services.GetRequiredService<AttachmentService>();
        var store = app.Services.GetRequiredService<AttachmentStore>();
        var (code, _) = await app.Services.GetRequiredService<DraftStore>().StartAsync(default);
        var draft = AttachmentStore.FolderOfDraft(code.Hash());
        await using var content = await SpooledFile.ReceiveAsync(new MemoryStream(TestPdf.Of()), CaseAttachment.MaximumSize, default);
        await store.PutAsync(draft, id, content!, default);
        await Blob(number, id).DeleteAsync();

        await service.AdoptAsync(
            CaseNumber.Parse(number), draft, [new DraftFile(id, FileType.Pdf, content!.Length, "brief.pdf")], default);

        Assert.False(await Blob(number, id).ExistsAsync());
    }

    private BlobClient Blob(string number, string id) =>
        app.Storage.Blobs.GetBlobContainerClient(AttachmentStore.Container).GetBlobClient($"{number}/{id}");

    private Task ReconcileAsync(TimeProvider? clock = null) =>
        ActivatorUtilities.CreateInstance<AttachmentReconciler>(app.Services, clock ?? TimeProvider.System)
            .ReconcileAttachments(new TimerInfo(), default);

    private async Task<(string Number, string Code, string Id)> WithFileAsync()
    {
        var journey = new Journey(analyst => analyst is null ? app.NewClient() : app.AsAnalyst(analyst));
        await journey.ReportAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/meldingen/{journey.Number}/bijlagen")
        { Content = new ByteArrayContent(TestPdf.Of()) };
        request.Content.Headers.ContentType = new("application/octet-stream");
        request.Headers.Add("Volgcode", journey.Code);
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var client = app.NewClient();
        using var answer = await client.SendAsync(request);
        var body = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        var added = System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(body);
        return (journey.Number, journey.Code, added.GetProperty("bijlage").GetString()!);
    }
}
