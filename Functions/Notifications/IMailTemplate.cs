using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>Writes one kind of mail. A step may register its own; there is one for each kind.</summary>
public interface IMailTemplate
{
    MailKind Kind { get; }

    /// <summary>What the mail says now; null when it is no longer needed, such as a reminder of what was done meanwhile.</summary>
    MailContent? Compose(MailContext context);

    /// <summary>
    /// What must change in the case before the mail goes, since it left so late that it would not be true: a new term for a question.
    /// </summary>
    NewEvent? EventBefore(MailContext context) => null;
}
