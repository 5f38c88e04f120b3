using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>A mail as it goes out.</summary>
public sealed record Mail
{
    /// <summary>The same at every attempt to send this mail, with its angle brackets.</summary>
    public required string MessageId { get; init; }

    public required MailParty From { get; init; }

    public required MailParty ReplyTo { get; init; }

    public required EmailAddress To { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required string Html { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>What the mail service gives back with every report on this mail: ids only.</summary>
    public required IReadOnlyDictionary<string, string> CustomArgs { get; init; }
}
