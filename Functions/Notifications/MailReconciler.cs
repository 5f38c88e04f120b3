using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using RegelLoket.Storage;

namespace RegelLoket.Notifications;

/// <summary>Wakes the mails whose message was lost or whose sender died.</summary>
public sealed class MailReconciler(Outbox outbox, TimeProvider clock, ILogger<MailReconciler> logger)
{
    /// <summary>The age up to which a mail is assumed to be in progress.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(5);

    [Function(nameof(ReconcileMails))]
    public Task ReconcileMails([TimerTrigger("0 5/10 * * * *")] TimerInfo timer, CancellationToken cancellation) =>
        ReconcilerRound.RunAsync(logger, outbox.RepairsAsync(clock.GetUtcNow() - OnItsWay, cancellation), cancellation);
}
