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

/// <summary>What is known of an attachment. Its content is not kept.</summary>
/// <param name="Name">The name of the file, as the sender wrote it.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Size">Its size in bytes; null when it did not come along.</param>
/// <param name="IsPartOfMail">Whether it is a picture within the text or the mail's own signature.</param>
public sealed record InboundAttachment(string Name, string Type, long? Size, bool IsPartOfMail)
{
    [JsonIgnore]
    public bool IsPicture => IsPictureType(Type);

    /// <summary>Whether somebody may have written in it: it is no signature, and no part of a report of a mail server.</summary>
    [JsonIgnore]
    public bool MayHoldWords => !IsPartOfMail || IsPicture;

    internal static bool IsPictureType(string type) => type.StartsWith("image/", StringComparison.OrdinalIgnoreCase);

    internal static bool IsSignatureType(string type) =>
        type is "application/pkcs7-signature" or "application/x-pkcs7-signature" or "application/pgp-signature";
}
