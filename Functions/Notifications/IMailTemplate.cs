using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>Writes one kind of mail. A step may register its own; there is one for each kind.</summary>
public interface IMailTemplate
{
    MailKind Kind { get; }

    /// <summary>Writes the mail as of now; null when it is no longer needed.</summary>
    MailContent? Compose(MailContext context);

    /// <summary>
    /// Returns the change that the case needs before a late mail is sent, such as a new term for a question; null when
    /// it needs none.
    /// </summary>
    NewEvent? EventBefore(MailContext context) => null;
}
