using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>Finds the mailboxes of a ministry; the step that stores the contacts implements it.</summary>
public interface IMinistryMailboxes
{
    Task<MinistryMailboxes> OfAsync(Ministry ministry, CancellationToken cancellation);
}
