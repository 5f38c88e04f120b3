using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using MimeKit.Utils;
using RegelLoket.Attachments;
using RegelLoket.Cases;
using RegelLoket.Web;
using RegelLoket.Web.Uploads;

namespace RegelLoket.Escalation.Inbound;

/// <summary>
/// Reads the form of SendGrid's inbound parse, with each field in its own character set, whether the mail comes in
/// parts or whole:
/// https://www.twilio.com/docs/sendgrid/for-developers/parsing-email/setting-up-the-inbound-parse-webhook. A missing or
/// unreadable field is empty, so that no mail is lost over a field. Files are measured; the PDF letters among them, and a mail
/// that comes whole, are kept on disk for as long as the request lasts.
/// </summary>
internal sealed class InboundForm
{
    private const int MostHeaderBytes = 64 * 1024;
    private const int ReadAtOnce = 64 * 1024;
    private const string Scheme = "cid:";

    /// <summary>
    /// The size from which a picture within the text is a letter: the logos of signatures are smaller, photographs and scans of a
    /// page larger. A banner that is named in vain costs a line.
    /// </summary>
    private const long SmallestLetter = 50 * 1024;

    /// <summary>The field of a mail that the service passes on whole.</summary>
    private const string Whole = "email";

    /// <summary>The maximum length of a line of a mail.</summary>
    private const int LongestId = 998;

    private static readonly SearchValues<char> EndsOfId = SearchValues.Create(" \t\r\n\"'<>()");

    private readonly Dictionary<string, (byte[] Bytes, string? Charset)> fields = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Field, string Name, string Type, long Size)> files = [];
    private readonly List<UploadedFile> letters = [];

    /// <summary>The mail that came whole; it is kept on disk, like a file.</summary>
    private Stream? whole;

    /// <exception cref="IOException">The form ended too early.</exception>
    public static async Task<InboundForm> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var form = new InboundForm();
        if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.Boundary.HasValue)
        {
            var reader = new MultipartReader(HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), request.Body)
            { HeadersLengthLimit = MostHeaderBytes };
            while (await reader.ReadNextSectionAsync(cancellation) is { } section)
            {
                await form.AddAsync(request, section, cancellation);
            }
        }
        else
        {
            foreach (var (name, value) in await request.ReadFormAsync(cancellation))
            {
                form.fields[name] = (System.Text.Encoding.UTF8.GetBytes(value.ToString()), null);
            }

            form.whole = form.fields.Remove(Whole, out var mail) ? new MemoryStream(mail.Bytes) : null;
        }

        return form;
    }

    public InboundMail ToMail(DateTimeOffset now)
    {
        var charsets = new InboundCharsets(Raw("charsets"));
        string Field(string name) =>
            fields.TryGetValue(name, out var field) ? charsets.Decode(name, field.Bytes, field.Charset) : "";
        var envelope = JsonFields.MembersOf(Field("envelope"));
        var mail = new InboundMail
        {
            ReceivedAt = now,
            Recipients = RecipientsIn(envelope),
            EnvelopeFrom = envelope.TryGetValue("from", out var from) && from.ValueKind == JsonValueKind.String
                ? JsonFields.TextOf(from) : null,
            From = Field("from"),
            To = Field("to"),
            Cc = Field("cc"),
            Subject = Field("subject"),
            Headers = Field("headers"),
            Text = Field("text"),
            Html = Field("html"),
            Attachments = Attachments(Field("attachment-info"), Field("attachments"), Field("content-ids"), Field("html")),
            Spf = Field("SPF").Trim(),
            Dkim = Field("dkim").Trim(),
            SenderAddress = Field("sender_ip"),
            SpamScore = Field("spam_score").Trim(),
            SpamReport = Field("spam_report"),
        };
        return (whole is null ? mail : WholeMail.Into(mail, whole)).WithRecipients();
    }

    /// <summary>Returns the PDF letters of the mail; they go with the request.</summary>
    public async Task<IReadOnlyList<UploadedFile>> LettersAsync(HttpRequest request, CancellationToken cancellation)
    {
        foreach (var (name, content) in whole is null ? [] : WholeMail.FilesIn(whole))
        {
            using var file = content.Open();
            await TakeLetterAsync(request, file, name, cancellation);
        }

        return letters;
    }

    /// <summary>Keeps a file on disk when it is a PDF; one that is too large, or one too many, by its name alone.</summary>
    private async Task TakeLetterAsync(HttpRequest request, Stream body, string name, CancellationToken cancellation)
    {
        await using var file = new BufferedReadStream(body, ReadAtOnce);
        if (!await file.EnsureBufferedAsync(FileSignature.Length, cancellation)
            || FileSignature.Of(file.BufferedData.AsSpan(0, FileSignature.Length)) != FileType.Pdf)
        {
            return;
        }

        var content = letters.Count < CaseAttachment.Most
            ? await SpooledFile.ReceiveAsync(file, CaseAttachment.MaximumSize, cancellation) : null;
        if (content is not null)
        {
            request.HttpContext.Response.RegisterForDisposeAsync(content);
        }

        letters.Add(new UploadedFile(UploadedFile.NameOf(name), content));
    }

    private async Task AddAsync(HttpRequest request, MultipartSection section, CancellationToken cancellation)
    {
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
        {
            return;
        }

        var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
        var fileName = HeaderUtilities.RemoveQuotes(
            disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();
        var type = MediaTypeHeaderValue.TryParse(section.ContentType, out var parsed) ? parsed : null;
        if (fileName.Length > 0 || IsAttachment(name))
        {
            var body = new LimitedBody(section.Body, long.MaxValue);
            await TakeLetterAsync(request, body, FirstOf(Decoded(fileName), name), cancellation);
            await body.CopyToAsync(Stream.Null, cancellation);
            files.Add((name, Decoded(fileName), type?.MediaType.ToString() ?? "application/octet-stream", body.Position));
            return;
        }

        if (name.Equals(Whole, StringComparison.OrdinalIgnoreCase))
        {
            var mail = await SpooledFile.ReceiveAsync(section.Body, long.MaxValue, cancellation)
                ?? throw new InvalidDataException("A mail is too long to be received.");
            request.HttpContext.Response.RegisterForDisposeAsync(mail);
            whole = mail.Content;
            return;
        }

        using var content = new MemoryStream();
        await section.Body.CopyToAsync(content, cancellation);
        fields[name] = (content.ToArray(), type?.Charset.ToString());
    }

    private string Raw(string name) =>
        fields.TryGetValue(name, out var field) ? System.Text.Encoding.UTF8.GetString(field.Bytes) : "";

    private static string[] RecipientsIn(Dictionary<string, JsonElement> envelope) =>
        !envelope.TryGetValue("to", out var to) ? []
        : to.ValueKind == JsonValueKind.Array ? [.. to.EnumerateArray().Select(JsonFields.TextOf)]
        : [JsonFields.TextOf(to)];

    /// <summary>
    /// Returns the attachments by their own headers, completed with the service's data; also those without a file.
    /// </summary>
    private List<InboundAttachment> Attachments(string info, string count, string contentIds, string html)
    {
        var told = JsonFields.MembersOf(info);
        var within = JsonFields.StringsOf(contentIds).GroupBy(id => id.Value, id => id.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
        var shown = ShownIn(html);
        var most = int.TryParse(count.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Min(number, 1000) : 0;
        var names = files.Select(file => file.Field).Concat(told.Keys)
            .Concat(Enumerable.Range(1, most).Select(i => $"attachment{i}")).Distinct(StringComparer.OrdinalIgnoreCase);
        return [.. names.Select(name => Of(name, told.GetValueOrDefault(name)))];

        InboundAttachment Of(string field, JsonElement about)
        {
            var said = JsonFields.StringsOf(about);
            string Parameter(string name) => said.GetValueOrDefault(name) ?? "";
            var file = files.Find(f => f.Field.Equals(field, StringComparison.OrdinalIgnoreCase));
            var name = FirstOf(file.Name, Decoded(Parameter("filename")), Decoded(Parameter("name")), field);
            var type = FirstOf(
                file.Type is null or "application/octet-stream" ? Parameter("type") : file.Type, file.Type, "onbekend");
            long? size = file.Field is null ? null : file.Size;
            return new InboundAttachment(
                name, type, size, IsPartOfMail(type, size, FirstOf(Parameter("content-id"), within.GetValueOrDefault(field)), shown));
        }
    }

    /// <summary>
    /// Whether an attachment is a small picture within the text, or the signature over the mail; a document is neither.
    /// Phones give a photographed document an id too, and set it in the text, so that neither proves anything.
    /// </summary>
    /// <param name="type">The media type of the attachment.</param>
    /// <param name="size">The size in bytes; null when it is unknown.</param>
    /// <param name="contentId">The content id; null without one.</param>
    /// <param name="shown">The ids that the page shows (<see cref="ShownIn"/>).</param>
    internal static bool IsPartOfMail(string type, long? size, string? contentId, HashSet<string> shown) =>
        InboundAttachment.IsSignatureType(type)
        || (InboundAttachment.IsPictureType(type) && !(size >= SmallestLetter)
            && contentId is not null && shown.Contains(contentId.Trim(' ', '<', '>')));

    /// <summary>Returns the ids of the pictures within the page: <c>src="cid:…"</c>.</summary>
    internal static HashSet<string> ShownIn(string html)
    {
        var shown = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var at = html.IndexOf(Scheme, StringComparison.OrdinalIgnoreCase); at >= 0;
            at = html.IndexOf(Scheme, at + Scheme.Length, StringComparison.OrdinalIgnoreCase))
        {
            var start = at + Scheme.Length;
            var id = html.AsSpan(start, Math.Min(LongestId, html.Length - start));
            var end = id.IndexOfAny(EndsOfId);
            shown.Add(Uri.UnescapeDataString(end < 0 ? id : id[..end]));
        }

        return shown;
    }

    private static bool IsAttachment(string field) => field.StartsWith("attachment", StringComparison.OrdinalIgnoreCase)
        && field.Length > "attachment".Length && field.AsSpan("attachment".Length).IndexOfAnyExceptInRange('0', '9') < 0;

    private static string FirstOf(params string?[] texts) =>
        texts.FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) ?? "";

    private static string Decoded(string header) =>
        InboundCharsets.WithoutControls(Rfc2047.DecodeText(System.Text.Encoding.UTF8.GetBytes(header)));
}
