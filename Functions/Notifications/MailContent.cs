using System.Collections.Immutable;

namespace RegelLoket.Notifications;

/// <summary>
/// What a mail says, before it is html or text. Both templates show the same parts in the same order, so that they cannot differ in
/// content.
/// </summary>
public sealed record MailContent
{
    /// <summary>The action, in fixed words; the case number is put behind it. Never a user's words, never personal data.</summary>
    public required string Subject { get; init; }

    /// <summary>The first line: what is asked, and by when.</summary>
    public required string Ask { get; init; }

    public ImmutableArray<MailPart> Parts { get; init; } = [];

    /// <summary>The one link of the mail.</summary>
    public MailLink? Link { get; init; }

    /// <summary>Where a reply goes when not to the desk: the address that brings it to the case.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>A secret of the private part that has done its work once this mail is sent.</summary>
    public string? SpentSecret { get; init; }
}
