using System.Net;
using System.Text;
using MimeKit;

namespace RegelLoket.Escalation.Inbound;

/// <summary>
/// Parses a mail that the service passes on whole (its setting "send raw"), and the headers of one that it split.
/// </summary>
internal static class WholeMail
{
    /// <summary>Fills a mail from the message; an unreadable one is stored as text.</summary>
    public static InboundMail Into(InboundMail mail, Stream message)
    {
        try
        {
            return Into(mail, Load(message));
        }
        catch (FormatException)
        {
            message.Position = 0;
            using var bytes = new MemoryStream();
            message.CopyTo(bytes);
            return mail with { Text = InboundCharsets.Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), charset: null) };
        }
    }

    /// <summary>
    /// Returns the files of a message with their names, which are read from it as long as it is open; none when it is unreadable.
    /// </summary>
    public static IReadOnlyList<(string Name, IMimeContent Content)> FilesIn(Stream message)
    {
        try
        {
            return [.. Load(message).BodyParts.OfType<MimePart>()
                .Where(part => part.Content is not null && part is not TextPart { IsAttachment: false })
                .Select(part => (part.FileName ?? part.ContentType.MimeType, part.Content!))];
        }
        catch (FormatException)
        {
            return [];
        }
    }

    /// <summary>Returns the headers of a mail, by the names of the standard; none when they are unreadable.</summary>
    public static HeaderList HeadersOf(string headers)
    {
        try
        {
            using var content = new MemoryStream(Encoding.UTF8.GetBytes($"{headers.TrimEnd()}\r\n\r\n"));
            return HeaderList.Load(content);
        }
        catch (FormatException)
        {
            return [];
        }
    }

    /// <summary>Reads a message of which the parts stay where they are, and are not copied.</summary>
    private static MimeMessage Load(Stream message)
    {
        message.Position = 0;
        return MimeMessage.Load(message, persistent: true);
    }

    private static InboundMail Into(InboundMail mail, MimeMessage message)
    {
        var texts = TextsIn(message.Body).ToList();
        var html = texts.Exists(text => text.Part.IsHtml)
            ? string.Join('\n', texts.Select(text => LaidOut(text.Part, text.HasTwin)).OfType<string>()) : "";
        var shown = InboundForm.ShownIn(html);
        return mail with
        {
            From = mail.From.Length > 0 ? mail.From : InboundCharsets.WithoutControls(message.From.ToString()),
            To = mail.To.Length > 0 ? mail.To : message.To.ToString(),
            Cc = mail.Cc.Length > 0 ? mail.Cc : message.Cc.ToString(),
            Subject = mail.Subject.Length > 0 ? mail.Subject : InboundCharsets.WithoutControls(message.Subject ?? ""),
            Headers = string.Concat(message.Headers.Select(header => $"{header.Field}: {header.Value}\n")),
            Text = string.Join('\n', texts.Where(text => text.Part.IsPlain).Select(text => TextOf(text.Part))),
            Html = html,
            Attachments = [.. message.BodyParts
                .Where(part => part is not TextPart text || text.IsAttachment || !(text.IsPlain || text.IsHtml))
                .Select(part => Attachment(part, shown))],
        };
    }

    /// <summary>Returns the texts of a mail in their order, and whether the mail has each of them as a page too.</summary>
    private static IEnumerable<(TextPart Part, bool HasTwin)> TextsIn(MimeEntity? entity, bool hasTwin = false) => entity switch
    {
        TextPart { IsAttachment: false } text => [(text, hasTwin)],
        Multipart parts => parts.SelectMany(part => TextsIn(part, hasTwin || (parts is MultipartAlternative && HasPage(parts)))),
        _ => [],
    };

    private static bool HasPage(MimeEntity entity) => entity switch
    {
        TextPart { IsAttachment: false, IsHtml: true } => true,
        Multipart parts => parts.Any(HasPage),
        _ => false,
    };

    /// <summary>Returns the words of a part, whatever character set it names.</summary>
    private static string TextOf(TextPart part)
    {
        using var bytes = new MemoryStream();
        part.Content?.DecodeTo(bytes);
        return InboundCharsets.Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), part.ContentType.Charset);
    }

    /// <summary>Returns a text as a page; plain words that no page of the mail repeats are one of their own.</summary>
    private static string? LaidOut(TextPart text, bool hasTwin) => text.IsHtml ? TextOf(text)
        : text.IsPlain && !hasTwin ? $"<pre>{WebUtility.HtmlEncode(TextOf(text))}</pre>"
        : null;

    private static InboundAttachment Attachment(MimeEntity entity, HashSet<string> shown)
    {
        var type = entity.ContentType.MimeType;
        var size = SizeOf(entity);
        return entity is MessagePart { Message: { } inner }
            ? new InboundAttachment(
                $"{(string.IsNullOrWhiteSpace(inner.Subject) ? "bericht" : inner.Subject)}.eml", type, size, false)
            : new InboundAttachment(
                (entity as MimePart)?.FileName is { Length: > 0 } name ? InboundCharsets.WithoutControls(name) : type, type, size,
                InboundForm.IsPartOfMail(type, size, entity.IsAttachment ? null : entity.ContentId, shown)
                    || entity is MessageDeliveryStatus or MessageDispositionNotification);
    }

    private static long? SizeOf(MimeEntity entity)
    {
        using var counted = new MimeKit.IO.MeasuringStream();
        if (entity is MimePart part)
        {
            part.Content?.DecodeTo(counted);
        }
        else
        {
            entity.WriteTo(counted);
        }

        return counted.Length;
    }
}
