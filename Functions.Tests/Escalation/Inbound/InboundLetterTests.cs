using System.Net;
using RegelLoket.Attachments;
using RegelLoket.Cases;
using RegelLoket.Tests.Attachments;

namespace RegelLoket.Tests.Escalation.Inbound;

/// <summary>Letters with a mail from a ministry: named with their size, kept when they are safe, else refused with a word.</summary>
public sealed class InboundLetterTests(InboundApp inbound) : IClassFixture<InboundApp>
{
    [Theory]
    [InlineData("", InboundKind.AttachmentOnly)]
    [InlineData("Zie bijlage.", InboundKind.Reply)]
    public async Task Reply_WithALetter_Case4_IsATaskThatNamesItWithItsSize(string text, InboundKind kind)
    {
        var (number, address) = await inbound.AskedAsync();

        await inbound.BringAsync(address, ("text", new StringContent(text)), ("attachments", new StringContent("1")),
            ("attachment-info", new StringContent(
                """{"attachment1":{"filename":"brief.pdf","name":"brief.pdf","type":"application/pdf"}}""")),
            ("attachment1", new ByteArrayContent(new byte[12_000])));

        Assert.Equal(kind, (await inbound.MailAsync(number)).Kind);
        Assert.Contains(
            "brief.pdf (application/pdf, 11 kB)", WebUtility.HtmlDecode(await inbound.PageAsync(number)), StringComparison.Ordinal);
        await inbound.Cases.MailAsync(number, "bericht-van-ministerie");
    }

    [Fact]
    public async Task Reply_WithAPdfLetter_IsKeptOnceAndRefusedWithAWordWhenItActs()
    {
        var (number, address) = await inbound.AskedAsync();
        (string, HttpContent)[] Mail(string id) =>
        [
            ("text", new StringContent("")), ("attachments", new StringContent("2")),
            ("headers", new StringContent($"Message-ID: <{id}@minszw.example>\n")),
            ("attachment-info", new StringContent("""
                {"attachment1":{"filename":"brief.pdf","type":"application/pdf"},
                "attachment2":{"filename":"script.pdf","type":"application/pdf"}}
                """)),
            ("attachment1", new ByteArrayContent(TestPdf.Of())),
            ("attachment2", new ByteArrayContent(TestPdf.Of(more: "<< /S /JavaScript >>"))),
        ];

        await inbound.BringAsync(address, Mail("letter"));
        await inbound.BringAsync(address, Mail("letter"));

        var file = await inbound.FileAsync(number);
        var letter = Assert.Single(file.State.Attachments);
        Assert.Equal((Ministry.Szw, FileType.Pdf), (letter.From, letter.Type));
        var page = WebUtility.HtmlDecode(await inbound.PageAsync(number));
        Assert.Contains($"/werkbank/zaken/{number}/bestanden/{letter.Id}", page, StringComparison.Ordinal);
        Assert.Contains("Er is een brief, en verder geen tekst. Lees de brief", page, StringComparison.Ordinal);
        Assert.Contains($"Niet bewaard: attachment2. {FileFault.Active.Label()}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reply_DeliveredAgainAfterItsLetterWasTakenAway_DoesNotPutItBack()
    {
        var (number, address) = await inbound.AskedAsync();
        (string, HttpContent)[] Mail() =>
        [
            InboundApp.Text("Zie bijlage."), ("headers", new StringContent("Message-ID: <again@minszw.example>\n")),
            ("attachment1", new ByteArrayContent(TestPdf.Of())),
        ];
        await inbound.BringAsync(address, Mail());
        var letter = Assert.Single((await inbound.FileAsync(number)).State.Attachments);
        using var analyst = inbound.App.AsAnalyst();
        using var removed = await analyst.DeleteAsync($"/v1/zaken/{number}/bijlagen/{letter.Id}");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);

        await inbound.BringAsync(address, Mail());

        Assert.True(Assert.Single((await inbound.FileAsync(number)).State.Attachments).IsGone);
        Assert.False(await inbound.App.Storage.Blobs.GetBlobContainerClient(AttachmentStore.Container)
            .GetBlobClient($"{number}/{letter.Id}").ExistsAsync());
    }

    [Fact]
    public async Task Reply_WholeWithAPdfLetter_IsKept()
    {
        var (number, address) = await inbound.AskedAsync();
        var body = Convert.ToBase64String(TestPdf.Packed());

        await inbound.BringAsync(address, ("email", new StringContent(
            "From: a@minszw.example\r\nMessage-ID: <whole@minszw.example>\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nZie de brief.\r\n"
            + "--x\r\nContent-Type: application/octet-stream; name=\"brief.dat\"\r\nContent-Transfer-Encoding: base64\r\n"
            + $"Content-Disposition: attachment; filename=\"brief.dat\"\r\n\r\n{body}\r\n--x--\r\n")));

        var file = await inbound.FileAsync(number);
        Assert.Equal("brief.dat", file.Text(Assert.Single(file.State.Attachments).Name));
    }

    [Fact]
    public async Task Reply_OfAnotherSender_KeepsNoLetter()
    {
        var (number, address) = await inbound.AskedAsync();

        await inbound.BringAsync(address, ("from", new StringContent("iemand@elders.example")), ("text", new StringContent("Zie bijlage.")),
            ("attachments", new StringContent("1")), ("attachment1", new ByteArrayContent(TestPdf.Of())));

        Assert.Empty((await inbound.FileAsync(number)).State.Attachments);
    }

    [Fact]
    public async Task Reply_WithLettersThatAreTooLargeOrTooMany_NamesThemWithTheReason()
    {
        var (number, address) = await inbound.AskedAsync();
        byte[] large = [.. "%PDF-1.7\n"u8, .. new byte[CaseAttachment.MaximumSize]];

        await inbound.BringAsync(address, [
            InboundApp.Text("Zie bijlagen."), ("attachment1", new ByteArrayContent(large)),
            .. Enumerable.Range(2, 6).Select(i =>
                ($"attachment{i}", (HttpContent)new ByteArrayContent(TestPdf.Of(more: $"({i})"))))]);

        var facts = (await inbound.FileAsync(number)).Text((await inbound.MailAsync(number)).Facts);
        Assert.Equal(4, (await inbound.FileAsync(number)).State.Attachments.Length);
        Assert.Contains($"Niet bewaard: attachment1. {FileFault.TooLarge.Label()}", facts, StringComparison.Ordinal);
        Assert.DoesNotContain("Niet bewaard: attachment5", facts, StringComparison.Ordinal);
        Assert.Contains(
            "Niet bewaard: attachment6. Van een mail bewaren we hoogstens 5 brieven.", facts, StringComparison.Ordinal);
        Assert.Contains("Niet bewaard: attachment7.", facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_WithALargeLetter_IsTaken()
    {
        var (number, address) = await inbound.AskedAsync();

        await inbound.BringAsync(address, InboundApp.Text("Zie bijlage."),
            ("attachment1", new ByteArrayContent(new byte[20 * 1024 * 1024])));

        var facts = (await inbound.FileAsync(number)).Text((await inbound.MailAsync(number)).Facts);
        Assert.Contains("20,0 MB", facts, StringComparison.Ordinal);
    }
}
