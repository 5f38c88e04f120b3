using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>Tells where a ministry gets its mail; the step that keeps the contacts answers.</summary>
public interface IMinistryMailboxes
{
    Task<MinistryMailboxes> OfAsync(Ministry ministry, CancellationToken cancellation);
}

/// <summary>The functional mailbox of a ministry and its second contact.</summary>
public sealed record MinistryMailboxes(EmailAddress Mailbox, EmailAddress? SecondContact);
