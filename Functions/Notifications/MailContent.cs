using System.Collections.Immutable;

namespace RegelLoket.Notifications;

/// <summary>
/// The content of a mail, before it is rendered as HTML and text. Both templates render the same parts in the same
/// order, so that they cannot differ.
/// </summary>
public sealed record MailContent
{
    /// <summary>The action in fixed words, before the case number; never user text or personal data.</summary>
    public required string Subject { get; init; }

    /// <summary>The first line: the request and its term.</summary>
    public required string Ask { get; init; }

    public ImmutableArray<MailPart> Parts { get; init; } = [];

    /// <summary>The one link of the mail, beside those of <see cref="MailPart.Links"/>.</summary>
    public MailLink? Link { get; init; }

    /// <summary>The reply address when it is not the desk's: the one that leads a reply to the case.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>The address that ends mails like this one with one POST, for the header of a mail program (RFC 8058).</summary>
    public Uri? Unsubscribe { get; init; }

    /// <summary>The name of a secret in the private part that is no longer needed once this mail is sent.</summary>
    public string? SpentSecret { get; init; }
}
