using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Attachments;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;

namespace RegelLoket.Tests.Attachments;

[Collection(AppCollection.Name)]
public sealed class ReporterFilesTests(AppFixture app)
{
    private const string Page = "/volgen/bestanden";

    [Fact]
    public async Task PostOwnFiles_PhotoAndLetter_AreKeptWithoutMetadataAndReadBackAsDownloads()
    {
        var journey = await ReportedAsync();
        using var visitor = new FileVisitor(app.Address);
        await visitor.FollowAsync(journey.Number, journey.Code);
        Assert.Contains(
            "Voeg een brief, foto of ander bestand toe", await visitor.OpenAsync("/volgen/melding"), StringComparison.Ordinal);
        Assert.Contains(
            "accept=\"application/pdf,image/jpeg,image/png\" multiple", await visitor.OpenAsync(Page), StringComparison.Ordinal);

        using var added = await visitor.UploadAsync(
            Page, "bestand", ("foto <b>van mij.exe", TestImages.Jpeg(6)), (@"C:\mijn\brief.pdf", TestPdf.Of()));

        Assert.Equal(HttpStatusCode.SeeOther, added.StatusCode);
        var page = await visitor.OpenAsync(Page);
        Assert.Contains("foto &lt;b&gt;van mij.exe", page, StringComparison.Ordinal);
        Assert.Contains(">brief.pdf</a>", page, StringComparison.Ordinal);
        var file = await FileAsync(journey);
        Assert.Equal([FileType.Jpeg, FileType.Pdf], file.State.Attachments.Select(a => a.Type));
        using var photo = await visitor.GetAsync($"{Page}/{file.State.Attachments[0].Id}");
        var bytes = await photo.Content.ReadAsByteArrayAsync();
        Assert.DoesNotContain(TestImages.Marker, Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(file.State.Attachments[0].Size, bytes.Length);
        AssertDownload(photo, "image/jpeg", $"{journey.Number}-1.jpg");
    }

    [Fact]
    public async Task PostOwnFiles_TheSameFormTwice_AddsOnceAndAnotherFileUnderItsKeyIsAdded()
    {
        var journey = await ReportedAsync();
        using var visitor = new FileVisitor(app.Address);
        await visitor.FollowAsync(journey.Number, journey.Code);
        await visitor.OpenAsync(Page);

        foreach (var content in new[] { TestPdf.Of(), TestPdf.Of(), TestPdf.Of(more: "(anders)"), TestPdf.Of() })
        {
            using var answer = await visitor.UploadAsync(Page, "bestand", ("brief.pdf", content));
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        }

        Assert.Equal(2, (await FileAsync(journey)).State.Attachments.Length);
        Assert.Equal(2, await BlobsAsync(journey.Number));
    }

    [Fact]
    public async Task PostOwnFiles_SomeThatAreNotTaken_KeepsTheOthersAndSaysWhyOfEach()
    {
        var journey = await ReportedAsync();
        using var visitor = new FileVisitor(app.Address);
        await visitor.FollowAsync(journey.Number, journey.Code);
        await visitor.OpenAsync(Page);

        using var answer = await visitor.UploadAsync(Page, "bestand", ("goed.png", TestImages.Png()), ("lijst.docx", "PK.."u8.ToArray()),
            ("script.pdf", TestPdf.Of(more: "<< /S /JavaScript >>")), ("groot.pdf", new byte[CaseAttachment.MaximumSize + 1]),
            ("leeg.pdf", []));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Single((await FileAsync(journey)).State.Attachments);
        Assert.Contains($"lijst.docx: {FileFault.OtherType.Label()}", page, StringComparison.Ordinal);
        Assert.Contains($"script.pdf: {FileFault.Active.Label()}", page, StringComparison.Ordinal);
        Assert.Contains($"groot.pdf: {FileFault.TooLarge.Label()}", page, StringComparison.Ordinal);
        Assert.Contains($"leeg.pdf: {FileFault.Empty.Label()}", page, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostOwnFiles_MoreThanFiveAtOnce_NamesThoseThatWerePassedOver()
    {
        var journey = await ReportedAsync();
        using var visitor = new FileVisitor(app.Address);
        await visitor.FollowAsync(journey.Number, journey.Code);
        Assert.Contains("samen hoogstens 40 MB", await visitor.OpenAsync(Page), StringComparison.Ordinal);

        using var answer = await visitor.UploadAsync(Page, "bestand", [("lijst.docx", "PK.."u8.ToArray()),
            .. Enumerable.Range(2, 6).Select(i => ($"brief{i}.pdf", TestPdf.Of(more: $"({i})")))]);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(4, (await FileAsync(journey)).State.Attachments.Length);
        Assert.Contains($"lijst.docx: {FileFault.OtherType.Label()}", page, StringComparison.Ordinal);
        Assert.Contains("brief6.pdf: we nemen hoogstens 5 bestanden tegelijk aan.", page, StringComparison.Ordinal);
        Assert.Contains("brief7.pdf: we nemen hoogstens 5 bestanden tegelijk aan.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostOwnFiles_WithoutTheTokenOfThePage_IsRefused()
    {
        var journey = await ReportedAsync();
        using var visitor = new FileVisitor(app.Address);
        await visitor.FollowAsync(journey.Number, journey.Code);
        await visitor.OpenAsync("/volgen/bestanden");
        using var stranger = new FileVisitor(app.Address);
        await stranger.FollowAsync(journey.Number, journey.Code);

        using var answer = await stranger.UploadAsync(Page, "bestand", [("_beveiliging", "vals")], ("brief.pdf", TestPdf.Of()));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty((await FileAsync(journey)).State.Attachments);
    }

    [Fact]
    public async Task PostAttachment_ManyAtOnce_LetsExactlyFiveThrough()
    {
        var journey = await ReportedAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 9).Select(i => SendAsync(journey, TestPdf.Of(more: $"({i})"))));

        Assert.Equal(5, answers.Count(answer => answer.Status == HttpStatusCode.Created));
        Assert.Equal(4, answers.Count(answer => answer.Status == HttpStatusCode.Conflict));
        Assert.Equal(5, (await FileAsync(journey)).State.Attachments.Length);
        Assert.Equal(5, await BlobsAsync(journey.Number));
    }

    [Fact]
    public async Task PostAttachment_TheSameKey_IsOneFileAndForAnotherFileAConflict()
    {
        var journey = await ReportedAsync();

        var first = await SendAsync(journey, TestPdf.Of(), key: "een");
        var again = await SendAsync(journey, TestPdf.Of(), key: "een");
        var other = await SendAsync(journey, TestPdf.Of(more: "(anders)"), key: "een");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.Status, again.Status));
        Assert.Equal(first.Body.GetProperty("bijlage").GetString(), again.Body.GetProperty("bijlage").GetString());
        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Equal(1, await BlobsAsync(journey.Number));
    }

    [Theory]
    [InlineData("tekst", "application/pdf", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("tekst", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("", "application/pdf", HttpStatusCode.BadRequest)]
    [InlineData("%PDF-1.7 kapot", "application/pdf", HttpStatusCode.BadRequest)]
    public async Task PostAttachment_WhatIsNotTaken_IsAProblemWithAWord(string content, string type, HttpStatusCode status)
    {
        var journey = await ReportedAsync();

        var answer = await SendAsync(journey, Encoding.ASCII.GetBytes(content), type: type);

        Assert.Equal(status, answer.Status);
        Assert.NotEmpty(answer.Body.GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task PostAttachment_OfTenMegabytes_IsTakenAndAByteMoreIsNot()
    {
        var journey = await ReportedAsync();
        var letter = TestPdf.OfSize(CaseAttachment.MaximumSize - 900);
        var largest = letter.Concat(Enumerable.Repeat((byte)'\n', CaseAttachment.MaximumSize - letter.Length)).ToArray();

        Assert.Equal(HttpStatusCode.Created, (await SendAsync(journey, largest)).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await SendAsync(journey, [.. largest, 10])).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await SendAsync(journey, new byte[30_000_000], chunked: true)).Status);
    }

    [Fact]
    public async Task DeleteAttachment_OwnFile_TakesTheContentAwayAtOnce()
    {
        var journey = await ReportedAsync();
        var id = (await SendAsync(journey, TestPdf.Of())).Body.GetProperty("bijlage").GetString()!;

        await AsReporterAsync(journey, HttpMethod.Delete, $"/v1/meldingen/{journey.Number}/bijlagen/{id}", 204, journey.Code);

        Assert.Equal(0, await BlobsAsync(journey.Number));
        await AsReporterAsync(journey, HttpMethod.Get, $"/v1/meldingen/{journey.Number}/bijlagen/{id}", 404, journey.Code);
        await journey.SendAsync(HttpMethod.Get, $"/v1/zaken/{journey.Number}/bijlagen/{id}", null, 404, "Ans Analist");
        Assert.Single((await FileAsync(journey)).Events, e => e.What is AttachmentRemoved);
    }

    [Fact]
    public async Task Attachment_OfSomebodyElse_IsNotFound()
    {
        var journey = await ReportedAsync();
        var other = await ReportedAsync();
        var id = (await SendAsync(journey, TestPdf.Of())).Body.GetProperty("bijlage").GetString()!;

        await AsReporterAsync(journey, HttpMethod.Get, $"/v1/meldingen/{journey.Number}/bijlagen/{id}", 404, other.Code);
        await AsReporterAsync(journey, HttpMethod.Get, $"/v1/meldingen/{other.Number}/bijlagen/{id}", 404, other.Code);
        await journey.SendAsync(HttpMethod.Get, $"/v1/zaken/{journey.Number}/bijlagen/{id}", null, 401, null);
        await AsReporterAsync(journey, HttpMethod.Delete, $"/v1/meldingen/{other.Number}/bijlagen/{id}", 404, other.Code);
    }

    [Fact]
    public async Task Case_WithAFile_TellsOfItToColleaguesAndHidesItsNameInEventsBlobsSearchAndLog()
    {
        const string word = "Zwaluwkwibus";
        var journey = await ReportedAsync();
        var id = (await SendAsync(journey, TestPdf.Of(), name: $"{word}.pdf")).Body.GetProperty("bijlage").GetString()!;
        using var analyst = app.AsAnalyst();

        var tab = await analyst.GetStringAsync($"/werkbank/zaken/{journey.Number}/bestanden");
        using var download = await analyst.GetAsync($"/werkbank/zaken/{journey.Number}/bestanden/{id}");
        var access = await analyst.GetStringAsync($"/v1/zaken/{journey.Number}/inzagen");

        Assert.Contains($"{word}.pdf", tab, StringComparison.Ordinal);
        AssertDownload(download, "application/pdf", $"{journey.Number}-1.pdf");
        Assert.Contains("\"bestand\"", access, StringComparison.Ordinal);
        var stream = await app.Services.GetRequiredService<CaseStore>().ReadStreamAsync(CaseNumber.Parse(journey.Number), default);
        Assert.Contains("attachmentAdded", Encoding.UTF8.GetString(stream!), StringComparison.Ordinal);
        Assert.DoesNotContain(word, Encoding.UTF8.GetString(stream!), StringComparison.Ordinal);
        var found = await journey.SendAsync(
            HttpMethod.Post, "/v1/zaken-zoekopdrachten", new { zoek = word, tab = "alle" }, 200, "Ans Analist");
        Assert.Equal(0, found.GetProperty("totaal").GetInt32());
        Assert.DoesNotContain(app.Log, line => line.Contains(word, StringComparison.Ordinal));
        await foreach (var blob in app.Storage.Blobs.GetBlobContainerClient(AttachmentStore.Container).GetBlobsAsync())
        {
            Assert.DoesNotContain(word, blob.Name, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Erasure_OfEverything_TakesTheFilesToo()
    {
        var journey = await ReportedAsync();
        await SendAsync(journey, TestPdf.Of(), name: "brief.pdf");
        var own = await AsReporterAsync(journey, HttpMethod.Get, $"/v1/meldingen/{journey.Number}/gegevens", 200, journey.Code);
        Assert.Equal("brief.pdf", own.GetProperty("bijlagen")[0].GetProperty("bestandsnaam").GetString());

        await AsReporterAsync(journey, HttpMethod.Post, $"/v1/meldingen/{journey.Number}/wissingen", 200, journey.Code);

        Assert.Equal(0, await BlobsAsync(journey.Number));
        var file = await FileAsync(journey);
        Assert.True(file.State.Attachments.Single().IsGone);
        Assert.Null(file.Text(file.State.Attachments.Single().Name));
    }

    private static Task<JsonElement> AsReporterAsync(Journey journey, HttpMethod method, string address, int expected, string code) =>
        journey.SendAsync(method, address, null, expected, null, ("Volgcode", code));

    internal static void AssertDownload(HttpResponseMessage answer, string type, string name)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.ToString());
        Assert.Equal($"attachment; filename=\"{name}\"", answer.Content.Headers.ContentDisposition?.ToString());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.EndsWith("; sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
    }

    private async Task<Journey> ReportedAsync()
    {
        var journey = new Journey(analyst => analyst is null ? app.NewClient() : app.AsAnalyst(analyst));
        await journey.ReportAsync();
        return journey;
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(Journey journey, byte[] content, string? key = null,
        string type = "application/octet-stream", string name = "brief%20gemeente.pdf", bool chunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/meldingen/{journey.Number}/bijlagen")
        { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        request.Headers.TransferEncodingChunked = chunked ? true : null;
        request.Headers.Add("Volgcode", journey.Code);
        request.Headers.Add("Bestandsnaam", name);
        request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString());
        using var client = app.NewClient();
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()));
    }

    private async Task<CaseFile> FileAsync(Journey journey) =>
        (await app.Services.GetRequiredService<CaseStore>().FindAsync(CaseNumber.Parse(journey.Number), default))!;

    private async Task<int> BlobsAsync(string number)
    {
        var count = 0;
        await foreach (var _ in app.Storage.Blobs.GetBlobContainerClient(AttachmentStore.Container)
            .GetBlobsAsync(Azure.Storage.Blobs.Models.BlobTraits.None, Azure.Storage.Blobs.Models.BlobStates.None, $"{number}/", default))
        {
            count++;
        }

        return count;
    }
}
