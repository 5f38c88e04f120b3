using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>A mail that must be sent once. Its content is composed when it is sent.</summary>
public sealed record PlannedMail
{
    /// <summary>The case that the mail belongs to; none for a mail of the desk to a colleague.</summary>
    public CaseNumber? Case { get; init; }

    /// <summary>
    /// The purpose of the mail, the same at every attempt to plan it: <c>receipt</c>, <c>reminder.vws.2026-05-04.0</c>.
    /// It never includes the time of planning or a random value.
    /// </summary>
    public required string Key { get; init; }

    public required MailKind Kind { get; init; }

    public required Recipient To { get; init; }

    /// <summary>The ministry that the mail is about, where that is not the recipient.</summary>
    public Ministry? Ministry { get; init; }

    /// <summary>The number of the event that the mail is about, if any.</summary>
    public int? Event { get; init; }

    /// <summary>The moment from which it is superfluous: a later reminder is due, or its code has expired.</summary>
    public DateTimeOffset? NotAfter { get; init; }
}
