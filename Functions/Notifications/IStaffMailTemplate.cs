using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>Writes one kind of mail that belongs to no case.</summary>
public interface IStaffMailTemplate
{
    MailKind Kind { get; }

    /// <summary>Who gets it and what it says now; null when there is nothing to say or nobody to say it to.</summary>
    Task<(EmailAddress To, MailContent Content)?> ComposeAsync(PlannedMail plan, CancellationToken cancellation);
}
