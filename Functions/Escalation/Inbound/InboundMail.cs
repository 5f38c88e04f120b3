using System.Text.Json.Serialization;

namespace RegelLoket.Escalation.Inbound;

/// <summary>A mail as the mail service's inbound parse brought it: kept whole, and shown by way of <see cref="MailReader"/>.</summary>
public sealed record InboundMail
{
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The addresses to which the mail was delivered, as the mail service says; without it those of its own headers.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>The sender of the envelope, which SPF is about; empty for a notice that may not be answered, null when unknown.</summary>
    public string? EnvelopeFrom { get; init; }

    /// <summary>The sender as a reader sees it: <c>Jan Jansen &lt;j.jansen@example.nl&gt;</c>.</summary>
    public string From { get; init; } = "";

    public string To { get; init; } = "";

    public string Cc { get; init; } = "";

    public string Subject { get; init; } = "";

    /// <summary>All headers, as they came.</summary>
    public string Headers { get; init; } = "";

    public string Text { get; init; } = "";

    public string Html { get; init; } = "";

    public IReadOnlyList<InboundAttachment> Attachments { get; init; } = [];

    /// <summary>The verdict on SPF: <c>pass</c>.</summary>
    public string Spf { get; init; } = "";

    /// <summary>The verdicts on DKIM: <c>{@example.nl : pass}</c>.</summary>
    public string Dkim { get; init; } = "";

    public string SenderAddress { get; init; } = "";

    public string SpamScore { get; init; } = "";

    public string SpamReport { get; init; } = "";

    /// <summary>Who handled a mail that belongs to no case, and when; null while it waits.</summary>
    public string? HandledBy { get; init; }

    public DateTimeOffset? HandledAt { get; init; }

    /// <summary>The letters: what is attached for a reader, not the pictures and signatures of the mail itself.</summary>
    [JsonIgnore]
    public IEnumerable<InboundAttachment> Letters => Attachments.Where(attachment => !attachment.IsPartOfMail);
}
