using System.Text.Json.Serialization;

namespace RegelLoket.Escalation.Inbound;

/// <summary>
/// A mail as the inbound parse delivered it: stored whole, and shown through <see cref="MailReader"/>.
/// </summary>
public sealed record InboundMail
{
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>
    /// The recipients of the envelope, according to the mail service; when it names none, those of the headers.
    /// </summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>
    /// The sender of the envelope, which SPF verifies; empty for a notice without a return address, null when unknown.
    /// </summary>
    public string? EnvelopeFrom { get; init; }

    /// <summary>The sender in the header: <c>Jan Jansen &lt;j.jansen@example.nl&gt;</c>.</summary>
    public string From { get; init; } = "";

    public string To { get; init; } = "";

    public string Cc { get; init; } = "";

    public string Subject { get; init; } = "";

    /// <summary>All headers, as received.</summary>
    public string Headers { get; init; } = "";

    public string Text { get; init; } = "";

    public string Html { get; init; } = "";

    public IReadOnlyList<InboundAttachment> Attachments { get; init; } = [];

    /// <summary>The result of SPF: <c>pass</c>.</summary>
    public string Spf { get; init; } = "";

    /// <summary>The results of DKIM: <c>{@example.nl : pass}</c>.</summary>
    public string Dkim { get; init; } = "";

    public string SenderAddress { get; init; } = "";

    public string SpamScore { get; init; } = "";

    public string SpamReport { get; init; } = "";

    /// <summary>The colleague who handled a mail without a case, and the moment; null while it is unhandled.</summary>
    public string? HandledBy { get; init; }

    public DateTimeOffset? HandledAt { get; init; }

    /// <summary>The attached documents, without the pictures and signatures of the mail itself.</summary>
    [JsonIgnore]
    public IEnumerable<InboundAttachment> Letters => Attachments.Where(attachment => !attachment.IsPartOfMail);
}
