using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>Writes one kind of mail that belongs to no case.</summary>
public interface IStaffMailTemplate
{
    MailKind Kind { get; }

    /// <summary>Returns the recipient and the mail as of now; null when either is missing.</summary>
    Task<(EmailAddress To, MailContent Content)?> ComposeAsync(PlannedMail plan, CancellationToken cancellation);
}
