using System.Text;
using MimeKit;

namespace RegelLoket.Escalation.Inbound;

/// <summary>
/// Parses a mail that the service passes on whole (its setting "send raw"), and the headers of one that it split.
/// </summary>
internal static class WholeMail
{
    /// <summary>Fills a mail from the message; an unreadable one is stored as text.</summary>
    public static InboundMail Into(InboundMail mail, byte[] message)
    {
        try
        {
            using var content = new MemoryStream(message);
            return Into(mail, MimeMessage.Load(content));
        }
        catch (FormatException)
        {
            return mail with { Text = Encoding.Latin1.GetString(message) };
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

    private static InboundMail Into(InboundMail mail, MimeMessage message)
    {
        var texts = message.BodyParts.OfType<TextPart>().Where(part => !part.IsAttachment).ToList();
        var html = string.Join('\n', texts.Where(part => part.IsHtml).Select(part => part.Text));
        var shown = InboundForm.ShownIn(html);
        return mail with
        {
            From = mail.From.Length > 0 ? mail.From : message.From.ToString(),
            To = mail.To.Length > 0 ? mail.To : message.To.ToString(),
            Cc = mail.Cc.Length > 0 ? mail.Cc : message.Cc.ToString(),
            Subject = mail.Subject.Length > 0 ? mail.Subject : message.Subject ?? "",
            Headers = string.Concat(message.Headers.Select(header => $"{header.Field}: {header.Value}\n")),
            Text = string.Join('\n', texts.Where(part => part.IsPlain).Select(part => part.Text)),
            Html = html,
            Attachments = [.. message.BodyParts
                .Where(part => part is not TextPart text || text.IsAttachment || !(text.IsPlain || text.IsHtml))
                .Select(part => Attachment(part, shown))],
        };
    }

    private static InboundAttachment Attachment(MimeEntity entity, HashSet<string> shown)
    {
        var type = entity.ContentType.MimeType;
        return entity is MessagePart { Message: { } inner }
            ? new InboundAttachment(
                $"{(string.IsNullOrWhiteSpace(inner.Subject) ? "bericht" : inner.Subject)}.eml", type, SizeOf(entity), false)
            : new InboundAttachment(
                (entity as MimePart)?.FileName is { Length: > 0 } name ? name : type, type, SizeOf(entity),
                InboundForm.IsPartOfMail(type, entity.IsAttachment ? null : entity.ContentId, shown)
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
