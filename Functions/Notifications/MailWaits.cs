using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>Has a mail that cannot go now come back, with one message however often it is woken.</summary>
internal sealed class MailWaits(Outbox outbox, TimeProvider clock)
{
    /// <summary>How much before its moment a message may come, as clocks differ.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Has a mail wait for the end of a pause with one message, however often it is woken. The entry says so, so that no round takes it for
    /// overdue.
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
    /// A message that comes long before the moment of its mail is one too many: whoever set the moment sent a message for it, and
    /// a round finds the mail where that was lost.
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
