using MimeKit;

namespace RegelLoket.Escalation.Inbound;

/// <summary>
/// Recognises mail that no person wrote: a receipt, a bounce or an automatic reply, by the headers of the standards
/// (RFC 3834, 3464, 8098) and of mail servers, never by its words.
/// </summary>
internal static class AutomaticMail
{
    private static readonly string[] Marks =
        ["X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply", "X-Mail-Autoreply", "X-Failed-Recipients"];

    public static bool Is(InboundMail mail)
    {
        var headers = WholeMail.HeadersOf(mail.Headers);
        return IsAutoSubmitted(headers) || IsReport(headers) || HasNoReturn(headers, mail) || IsReply(headers)
            || Marks.Any(headers.Contains);
    }

    private static bool IsAutoSubmitted(HeaderList headers) => headers[HeaderId.AutoSubmitted] is { Length: > 0 } value
        && !WordOf(value).Equals("no", StringComparison.OrdinalIgnoreCase);

    private static bool IsReport(HeaderList headers) =>
        headers[HeaderId.ContentType] is { } value && ContentType.TryParse(value, out var type)
        && (type.IsMimeType("multipart", "report") || type.IsMimeType("message", "delivery-status")
            || type.IsMimeType("message", "disposition-notification"));

    /// <summary>The empty sender of RFC 5321, which must not be answered.</summary>
    private static bool HasNoReturn(HeaderList headers, InboundMail mail) =>
        mail.EnvelopeFrom is { } sender && sender.Trim() is "" or "<>"
        || headers[HeaderId.ReturnPath] is { } path && path.Trim() is "" or "<>";

    /// <summary>
    /// The older header of automatic replies. Its other values mean bulk mail, which group mailboxes set on mail of
    /// people; <c>X-Auto-Response-Suppress</c> instructs other systems.
    /// </summary>
    private static bool IsReply(HeaderList headers) => headers["Precedence"] is { } value
        && WordOf(value).ToLowerInvariant() is "auto_reply" or "auto-reply";

    /// <summary>Returns the value without its parameters and comments.</summary>
    private static string WordOf(string value) => value.Split(';', '(')[0].Trim();
}
