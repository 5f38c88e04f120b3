using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>A mail to send.</summary>
public sealed record Mail
{
    /// <summary>The message id with its angle brackets, the same at every attempt to send this mail.</summary>
    public required string MessageId { get; init; }

    public required MailParty From { get; init; }

    public required MailParty ReplyTo { get; init; }

    public required EmailAddress To { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required string Html { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>The ids that the mail service returns with every report on this mail.</summary>
    public required IReadOnlyDictionary<string, string> CustomArgs { get; init; }
}
