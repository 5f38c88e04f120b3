using System.Text;
using Microsoft.AspNetCore.Http;
using RegelLoket.Cases;
using RegelLoket.Escalation;
using RegelLoket.Escalation.Inbound;

namespace RegelLoket.Tests.Escalation.Inbound;

/// <summary>The fields of the service's contract, as bytes.</summary>
public sealed class InboundFormTests
{
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Theory]
    [InlineData("windows-1252", 1252, "coördinatie, Eén – “dat mag”")]
    [InlineData("ISO-8859-1", 1252, "coördinatie, Eén")]
    [InlineData("iso-8859-15", 28605, "coördinatie kost € 5")]
    [InlineData("utf-16", 1200, "coördinatie, Eén")]
    [InlineData("gb2312", 936, "你好")]
    [InlineData("UTF-8", 65001, "coördinatie, Eén")]
    [InlineData("bestaat-niet", 65001, "coördinatie, Eén")]
    public async Task ToMail_TextInANamedCharset_Case3_ReadsAsWritten(string name, int codePage, string text)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);
        var mail = await ReadAsync(("text", encoding.GetBytes(text)), ("charsets", Utf8($"{{\"text\":\"{name}\"}}")));

        Assert.Equal(text, mail.Text);
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("UTF-16LE", true)]
    [InlineData("", true)]
    public async Task ToMail_TextWithAByteOrderMark_IsReadInThatOrder(string name, bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);
        var mail = await ReadAsync(("text", [.. encoding.GetPreamble(), .. encoding.GetBytes("coördinatie, Eén")]),
            ("charsets", Utf8($"{{\"text\":\"{name}\"}}")));

        Assert.Equal("coördinatie, Eén", mail.Text);
    }

    [Fact]
    public async Task ToMail_TextInACharsetThatIsNotRead_IsThereAllTheSame()
    {
        var mail = await ReadAsync(("text", Utf8("Het mag.")), ("charsets", Utf8("""{"text":"utf-7"}""")));

        Assert.Equal("Het mag.", mail.Text);
    }

    [Fact]
    public async Task ToMail_HalfASurrogatePairInItsFields_LosesNoMailAndNoAttachment()
    {
        var mail = await ReadAsync(("text", Utf8("Het mag.")), ("attachments", Utf8("1")),
            ("charsets", Utf8("""{"text":"\ud800","\udc00":"utf-8"}""")),
            ("envelope", Utf8("""{"to":["\ud800@x.example"],"from":"\ud800","\ud800":1}""")),
            ("content-ids", Utf8("""{"\ud800":"attachment1","x":"\udfff"}""")),
            ("attachment-info", Utf8(
                """{"attachment1":{"filename":"br\ud800ief.pdf","type":"application/pdf","\ud800":1},"\ud800":{}}""")));

        Assert.Equal("Het mag.", mail.Text);
        Assert.Equal(("br\\ud800ief.pdf", "application/pdf"), (mail.Attachments[0].Name, mail.Attachments[0].Type));
    }

    [Fact]
    public async Task ToMail_FieldsInDifferentCharsets_ReadsEachInItsOwn()
    {
        var mail = await ReadAsync(
            ("html", Western.GetBytes("<p>Eén</p>")), ("text", Utf8("Eén")), ("subject", Western.GetBytes("coördinatie")),
            ("from", Western.GetBytes("Zoë <z@minszw.example>")),
            ("charsets", Utf8("""{"html":"windows-1252","text":"UTF-8","subject":"windows-1252"}""")));

        Assert.Equal(("<p>Eén</p>", "Eén", "coördinatie", "Zoë <z@minszw.example>"), (mail.Html, mail.Text, mail.Subject, mail.From));
    }

    [Fact]
    public async Task ToMail_Attachments_Case4_AreKeptByNameTypeAndSize()
    {
        var mail = await ReadAsync(
            ("attachments", Utf8("3")), ("html", Utf8("""<p>Zie bijlage.</p><img src="cid:c1">""")),
            ("attachment-info", Utf8("""{"attachment1":{"filename":"brief.pdf","name":"brief.pdf","type":"application/pdf"},"""
                + """ "attachment2":{"filename":"image001.png","type":"image/png","content-id":"c1"}}""")),
            ("attachment1\"; filename=\"brief.pdf", new byte[2048]), ("attachment2\"; filename=\"image001.png", new byte[10]));

        Assert.Equal(
            [
                new InboundAttachment("brief.pdf", "application/pdf", 2048, false),
                new InboundAttachment("image001.png", "image/png", 10, true),
                new InboundAttachment("attachment3", "onbekend", null, false),
            ],
            mail.Attachments);
        Assert.Equal(["brief.pdf", "attachment3"], mail.Letters.Select(letter => letter.Name));
    }

    [Theory]
    [InlineData("", "", false)]
    [InlineData("<img src=\"cid:logo\">", "", false)]
    [InlineData("<img src='CID:foto@x.example'>", "", true)]
    [InlineData("<img src=\"cid:foto%40x.example\">", "", true)]
    [InlineData("<img src=\"cid:foto@x.example\">", """{"foto@x.example":"attachment1"}""", true)]
    public async Task ToMail_PictureWithAnId_IsPartOfTheMailWhereTheLayoutShowsIt(string html, string contentIds, bool expected)
    {
        var about = contentIds.Length > 0 ? "" : ""","content-id":"<foto@x.example>" """;
        var mail = await ReadAsync(("html", Utf8(html)), ("content-ids", Utf8(contentIds)),
            ("attachment-info", Utf8("""{"attachment1":{"filename":"brief.jpg","type":"image/jpeg" """ + about + "}}")));

        Assert.Equal(expected, Assert.Single(mail.Attachments).IsPartOfMail);
        Assert.Contains("Afbeelding: brief.jpg", MailReader.AsItCame(mail).Facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ToMail_WholeMail_IsTakenApart()
    {
        const string Whole = "From: =?iso-8859-1?Q?Zo=EB?= <z@minszw.example>\r\nTo: " + SampleMails.Desk + "\r\nSubject: Antwoord\r\n"
            + "Message-ID: <1@minszw.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
            + "Content-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nE=E9n.\r\n--b\r\n"
            + "Content-Type: application/pdf; name=\"brief.pdf\"\r\nContent-Disposition: attachment; filename=\"brief.pdf\"\r\n"
            + "Content-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--b--\r\n";

        var mail = await ReadAsync(("email", Encoding.ASCII.GetBytes(Whole)), ("SPF", Utf8("pass")));

        Assert.Equal(("Eén.", "Antwoord", "pass"), (mail.Text.Trim(), mail.Subject, mail.Spf));
        Assert.Equal([SampleMails.Desk], mail.Recipients);
        Assert.Equal(new InboundAttachment("brief.pdf", "application/pdf", 3, false), Assert.Single(mail.Attachments));
        Assert.Equal("z@minszw.example", InboundSender.Of(mail)!.Value);
        Assert.Contains("Message-ID: <1@minszw.example>", mail.Headers, StringComparison.Ordinal);
    }

    /// <summary>Words that stand in one layout alone are read, wherever in the mail they are.</summary>
    [Fact]
    public async Task ToMail_WholeMailWithWordsBesideItsPage_HasThemInThePageToo()
    {
        const string Above = "Ja, dat mag voor de eerste groep, volgens artikel 76 van de wet en de toelichting daarbij.";
        const string Below = "Voor groep <2> niet.";
        const string Whole = "From: z@minszw.example\r\nTo: " + SampleMails.Desk + "\r\nSubject: Antwoord\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n"
            + "--a\r\nContent-Type: text/plain\r\n\r\n" + Above + "\r\n"
            + "--a\r\nContent-Type: multipart/related; boundary=r\r\n\r\n--r\r\nContent-Type: text/html\r\n\r\n<p>" + Above
            + "</p>\r\n--r--\r\n--a--\r\n--b\r\nContent-Type: text/plain\r\n\r\n" + Below + "\r\n--b--\r\n";

        var mail = await ReadAsync(("email", Encoding.ASCII.GetBytes(Whole)));

        var words = SampleMails.Read(mail.Text, mail.Html).Words;
        Assert.Contains(Above, words, StringComparison.Ordinal);
        Assert.Contains(Below, words, StringComparison.Ordinal);
        Assert.Equal(words.IndexOf(Above, StringComparison.Ordinal), words.LastIndexOf(Above, StringComparison.Ordinal));
    }

    /// <summary>A calendar is no other layout of the words beside it.</summary>
    [Fact]
    public async Task ToMail_WholeMailWithWordsBesideACalendarAndAFooter_HasThemInThePageToo()
    {
        const string Whole = "From: z@minszw.example\r\nTo: " + SampleMails.Desk + "\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n"
            + "--a\r\nContent-Type: text/plain\r\n\r\nHet mag.\r\n--a\r\nContent-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\n"
            + "--a--\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Dit bericht is alleen voor de geadresseerde bestemd.</p>\r\n--b--\r\n";

        var mail = await ReadAsync(("email", Encoding.ASCII.GetBytes(Whole)));

        Assert.Contains("Het mag.", mail.Html, StringComparison.Ordinal);
        var words = SampleMails.Read(mail.Text, mail.Html).Words;
        Assert.StartsWith("Het mag.", words, StringComparison.Ordinal);
        Assert.EndsWith("bestemd.", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2_000_000, false)]
    [InlineData(60_000, false)]
    [InlineData(12_000, true)]
    public async Task ToMail_PictureWithinThePage_IsALetterWhenItIsLarge(int size, bool isPartOfMail)
    {
        var mail = await ReadAsync(("html", Utf8("""<p>Zie de brief hieronder.</p><img src="cid:c1">""")), ("attachments", Utf8("1")),
            ("attachment-info", Utf8("""{"attachment1":{"filename":"IMG_1.jpg","type":"image/jpeg","content-id":"c1"}}""")),
            ("attachment1\"; filename=\"IMG_1.jpg", new byte[size]));
        var whole = await ReadAsync(("email", Encoding.ASCII.GetBytes("From: z@minszw.example\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Zie</p><img src=\"cid:c1\">\r\n"
            + "--b\r\nContent-Type: image/jpeg; name=IMG_1.jpg\r\nContent-ID: <c1>\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + Convert.ToBase64String(new byte[size]) + "\r\n--b--\r\n")));

        Assert.All([mail, whole], read => Assert.Equal(isPartOfMail, Assert.Single(read.Attachments).IsPartOfMail));
        Assert.All([mail, whole], read => Assert.Equal(!isPartOfMail, SampleMails.Read(read).Facts.Contains(
            "Afbeelding: IMG_1.jpg", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("iso-8859-1", "boete van \u20AC 500")]
    [InlineData("latin1", "\u201Cboete\u201D \u2013 500")]
    [InlineData("us-ascii", "boete van \u20AC 500")]
    [InlineData(null, "boete van \u20AC 500")]
    public async Task ToMail_WholeMailInWesternLetters_IsReadAsATakenApartOne(string? name, string text)
    {
        var charset = name is null ? "" : $"; charset={name}";
        byte[] Of(string type, string body) => [
            .. Encoding.ASCII.GetBytes($"From: z@minszw.example\r\nSubject: =?iso-8859-1?Q?boete_=80_500?=\r\nMIME-Version: 1.0\r\n"
                + $"Content-Type: text/{type}{charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"), .. Western.GetBytes(body)];

        var plain = await ReadAsync(("email", Of("plain", text)));
        var page = await ReadAsync(("email", Of("html", $"<p>{text}</p>")));

        Assert.Equal((text, "boete \u20AC 500"), (plain.Text.Trim(), plain.Subject));
        Assert.Equal($"<p>{text}</p>", page.Html.Trim());
    }

    [Theory]
    [InlineData("geen json")]
    [InlineData("[]")]
    [InlineData("""{"to":7}""")]
    public async Task ToMail_EnvelopeThatCannotBeRead_GoesByTheHeaders(string envelope)
    {
        var mail = await ReadAsync(("envelope", Utf8(envelope)), ("headers", Utf8($"Delivered-To: {SampleMails.Desk}\n")),
            ("to", Utf8($"RegelLoket <{SampleMails.Desk}>")));

        Assert.True(mail.Recipients.Contains(SampleMails.Desk) || mail.Recipients.Contains("7"));
    }

    [Theory]
    [InlineData("pass", "a@minszw.example", "", true)]
    [InlineData("pass", "a@elders.example", "", false)]
    [InlineData("fail", "a@minszw.example", "{@minszw.example : pass}", true)]
    [InlineData("", null, "{@elders.example : pass, @beleid.minszw.example : pass}", true)]
    [InlineData("", null, "{@minszw.example : fail}", false)]
    [InlineData("", null, "{@niet-minszw.example : pass}", false)]
    public void IsProven_ByVerdict_IsTheMinistrysDomainOnly(string spf, string? envelope, string dkim, bool expected)
    {
        var settings = new MinistryContacts { Ministry = Ministry.Szw, Mailbox = CaseFilesAddress, Domains = ["minszw.example"] };

        Assert.Equal(expected,
            InboundSender.IsProven(SampleMails.MailOf() with { Spf = spf, EnvelopeFrom = envelope, Dkim = dkim }, settings));
    }

    private static EmailAddress CaseFilesAddress => EmailAddress.TryParse("postbus@minszw.example", out var address) ? address
        : throw new FormatException();

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static async Task<InboundMail> ReadAsync(params (string Name, byte[] Value)[] fields)
    {
        var body = new MemoryStream();
        foreach (var (name, value) in fields)
        {
            body.Write(Utf8($"--grens\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n"));
            body.Write(value);
            body.Write(Utf8("\r\n"));
        }

        body.Write(Utf8("--grens--\r\n"));
        body.Position = 0;
        var request = new DefaultHttpContext().Request;
        request.ContentType = "multipart/form-data; boundary=grens";
        request.Body = body;
        return (await InboundForm.ReadAsync(request, default)).ToMail(DateTimeOffset.UnixEpoch);
    }
}
