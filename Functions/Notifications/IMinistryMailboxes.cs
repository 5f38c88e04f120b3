using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>Tells where a ministry gets its mail; the step that keeps the contacts answers.</summary>
public interface IMinistryMailboxes
{
    Task<MinistryMailboxes> OfAsync(Ministry ministry, CancellationToken cancellation);
}
