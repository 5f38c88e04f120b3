using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>Schedules a mail that cannot be sent now, with one message however often it is woken.</summary>
internal sealed class MailWaits(Outbox outbox, TimeProvider clock)
{
    /// <summary>The time that a message may arrive early, since clocks differ.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Postpones a mail to the end of a pause with one message, however often it is woken. The entry records it, so
    /// that the reconciler does not take it for overdue.
    /// </summary>
    public async Task ForPauseAsync(OutboxEntry entry, DateTimeOffset until, CancellationToken cancellation)
    {
        var waiting = await outbox.ChangeAsync(entry, e => e.HasEnded || e.WaitsUntil >= until ? null
            : e.State == MailState.Sending ? e with { ClaimedUntil = until }
            : e with { NextAttemptAt = until }, cancellation);
        if (waiting is not null)
        {
            await outbox.WakeAsync(waiting.Mail, until - clock.GetUtcNow(), cancellation);
        }
    }

    /// <summary>
    /// Drops a message that arrives long before the moment of its mail: a later message was sent when that moment was
    /// set, and the reconciler finds the mail if it was lost.
    /// </summary>
    public async Task ForMomentAsync(OutboxEntry entry, CancellationToken cancellation)
    {
        var wait = entry.WaitsUntil!.Value - clock.GetUtcNow();
        if (entry.State == MailState.Sending || wait <= Early)
        {
            await outbox.WakeAsync(entry.Mail, wait, cancellation);
        }
    }
}
