using System.Net;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Attachments;
using RegelLoket.Cases;
using RegelLoket.Intake.Drafts;
using RegelLoket.Storage;

namespace RegelLoket.Tests.Attachments;

[Collection(AppCollection.Name)]
public sealed class DraftFilesTests(AppFixture app)
{
    private const string Page = "/melden/bestanden";

    private DraftStore Drafts => app.Services.GetRequiredService<DraftStore>();

    private DraftFiles Files => app.Services.GetRequiredService<DraftFiles>();

    [Fact]
    public async Task PostDraftFiles_OnTwoDevices_AreOfOneDraftAndCanBeTakenAway()
    {
        var (code, _) = await Drafts.StartAsync(default);
        using var laptop = Browser(code);
        using var phone = Browser(code);
        Assert.Contains("Die stuur je aan het eind mee.", await laptop.OpenAsync("/melden"), StringComparison.Ordinal);
        await laptop.OpenAsync(Page);
        await phone.OpenAsync(Page);

        using var letter = await laptop.UploadAsync(Page, "bestand", ("brief <i>.pdf", TestPdf.Of()));
        using var photos = await phone.UploadAsync(Page, "bestand", ("een.jpg", TestImages.Jpeg()), ("twee.jpg", TestImages.Jpeg(6)));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (letter.StatusCode, photos.StatusCode));
        var files = (await Drafts.FindAsync(code, default))!.Files;
        Assert.Equal(["brief <i>.pdf", "een.jpg", "twee.jpg"], files.Select(file => file.Name));
        Assert.Contains("brief &lt;i&gt;.pdf", await laptop.OpenAsync("/melden/controle"), StringComparison.Ordinal);
        await laptop.OpenAsync(Page);
        using var removed = await laptop.PostAsync($"{Page}/weghalen", ("bestand", files[0].Id));
        Assert.Equal(["een.jpg", "twee.jpg"], (await Drafts.FindAsync(code, default))!.Files.Select(file => file.Name));
        Assert.Equal(2, await CountAsync(AttachmentStore.FolderOfDraft(code.Hash())));
    }

    [Fact]
    public async Task PostDraftFiles_SeveralAtOnce_AreFiveAtMost()
    {
        var (code, _) = await Drafts.StartAsync(default);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async i =>
        {
            using var browser = Browser(code);
            await browser.OpenAsync(Page);
            using var answer = await browser.UploadAsync(
                Page, "bestand", ($"{i}a.pdf", TestPdf.Of(more: $"({i}a)")), ($"{i}b.pdf", TestPdf.Of(more: $"({i}b)")));
            return answer.StatusCode;
        }));

        Assert.Contains(HttpStatusCode.BadRequest, answers);
        Assert.Equal(CaseAttachment.Most, (await Drafts.FindAsync(code, default))!.Files.Count);
        Assert.Equal(CaseAttachment.Most, await CountAsync(AttachmentStore.FolderOfDraft(code.Hash())));
    }

    [Fact]
    public async Task AdoptLeftAsync_SentDraftThatWasCutOff_GivesTheCaseItsFilesOnce()
    {
        var journey = new Journey(analyst => analyst is null ? app.NewClient() : app.AsAnalyst(analyst));
        await journey.ReportAsync();
        var (code, _) = await Drafts.StartAsync(default);
        using var browser = Browser(code);
        await browser.OpenAsync(Page);
        using var added = await browser.UploadAsync(Page, "bestand", ("een.pdf", TestPdf.Of()), ("twee.png", TestImages.Png()));
        await Drafts.ChangeAsync(code, draft => draft with
        {
            Sent = new SentReport(journey.Number, null, TimeProvider.System.GetUtcNow(), null),
        }, default);

        await Files.AdoptLeftAsync(default);
        await Files.AdoptLeftAsync(default);

        var file = (await app.Services.GetRequiredService<CaseStore>().FindAsync(CaseNumber.Parse(journey.Number), default))!;
        Assert.Equal(["een.pdf", "twee.png"], file.State.Attachments.Select(a => file.Text(a.Name)));
        Assert.Null(file.State.UnreadSince);
        Assert.Equal(2, await CountAsync(journey.Number));
        Assert.Equal(0, await CountAsync(AttachmentStore.FolderOfDraft(code.Hash())));
    }

    [Fact]
    public async Task DeleteLeftAsync_DraftThatIsGone_TakesItsFilesAndNoOthers()
    {
        var (kept, _) = await Drafts.StartAsync(default);
        var (gone, _) = await Drafts.StartAsync(default);
        foreach (var code in new[] { kept, gone })
        {
            using var browser = Browser(code);
            await browser.OpenAsync(Page);
            using var added = await browser.UploadAsync(Page, "bestand", ("een.pdf", TestPdf.Of()));
        }

        await Drafts.DeleteAsync(gone, default);
        await Files.DeleteLeftAsync(default);

        Assert.Equal(1, await CountAsync(AttachmentStore.FolderOfDraft(kept.Hash())));
        Assert.Equal(0, await CountAsync(AttachmentStore.FolderOfDraft(gone.Hash())));
    }

    private FileVisitor Browser(FollowCode code)
    {
        var browser = new FileVisitor(app.Address);
        browser.Keep("regelloket-concept", code.Value, "/melden");
        return browser;
    }

    private async Task<int> CountAsync(string folder)
    {
        var count = 0;
        await foreach (var _ in app.Storage.Blobs.GetBlobContainerClient(AttachmentStore.Container)
            .GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{folder}/", default))
        {
            count++;
        }

        return count;
    }
}
