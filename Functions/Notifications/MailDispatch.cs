using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;

namespace RegelLoket.Notifications;

/// <summary>
/// Sends a mail: claims its outbox entry, hands the mail over, appends the event to the case and completes the entry,
/// in this order; until then <see cref="Outbox.RepairsAsync"/> finds what a crash interrupted. A mail whose case has
/// its event is never sent again; one that was claimed without an event is uncertain and sent once more.
/// </summary>
public sealed class MailDispatch(
    Outbox outbox, CaseStore cases, MailComposer composer, IMailSender sender, MailRecords records, SendingGate gate,
    AllowedRecipients allowed, IOptions<NotificationOptions> options, TimeProvider clock, ILogger<MailDispatch> log) : IDisposable
{
    private readonly MailWaits waits = new(outbox, clock);
    private readonly ConcurrentDictionary<(string Case, string Key), Task> underWay = new();

    /// <summary>Allows one mail between claim and event, so that a crash leaves at most one uncertain.</summary>
    private readonly SemaphoreSlim handOver = new(1);

    public void Dispose() => handOver.Dispose();

    /// <summary>Sends a mail from the queue or the reconciler.</summary>
    /// <param name="number">The case of the mail; none for a mail of the desk.</param>
    /// <param name="key">The key of the mail.</param>
    /// <param name="planned">The mail as just planned, if known; else it is read.</param>
    /// <param name="cancellation">Cancels the wait; a mail that was claimed is still sent and recorded.</param>
    public Task SendAsync(CaseNumber? number, string key, OutboxEntry? planned, CancellationToken cancellation) =>
        AloneAsync(number, key, () => SendQueuedAsync(number, key, planned, cancellation), cancellation);

    /// <summary>
    /// Sends a mail that is not in the queue. It costs no marker and no message unless it has to wait or needs
    /// attention; a mail that an earlier attempt claimed is left to the queue.
    /// </summary>
    /// <param name="mail">The mail.</param>
    /// <param name="file">Its case, where the caller has it.</param>
    /// <param name="cancellation">Cancels the wait; a mail that was claimed is still sent and recorded.</param>
    internal Task SendNewAsync(PlannedMail mail, CaseFile? file, CancellationToken cancellation) =>
        AloneAsync(mail.Case, mail.Key, () => SendNewAloneAsync(mail, file, cancellation), cancellation);

    /// <summary>
    /// Lets one caller at a time send a mail in this process; a second one waits for the result. The claim does not
    /// suffice, since moving a test clock forward passes its expiry.
    /// </summary>
    private async Task AloneAsync(CaseNumber? number, string key, Func<Task> send, CancellationToken cancellation)
    {
        var mail = (number?.Value ?? "", key);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (underWay.GetOrAdd(mail, ended.Task) is var sending && sending != ended.Task)
        {
            await sending.WaitAsync(cancellation);
            return;
        }

        var alone = send();
        await alone.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        underWay.TryRemove(mail, out _);
        ended.SetFromTask(alone);
        await alone;
    }

    private async Task SendNewAloneAsync(PlannedMail mail, CaseFile? file, CancellationToken cancellation)
    {
        var pause = await gate.KnownAsync(cancellation);
        if (pause is not null && pause.Until > clock.GetUtcNow())
        {
            await outbox.PlanAsync(mail, cancellation);
            return;
        }

        var entry = new OutboxEntry { Mail = mail, PlannedAt = clock.GetUtcNow(), Trace = CaseTelemetry.CurrentTrace };
        await ComposeAndSendAsync(entry, file, cancellation);
        await gate.OpenAfterAsync(pause, cancellation);
    }

    private async Task SendQueuedAsync(CaseNumber? number, string key, OutboxEntry? planned, CancellationToken cancellation)
    {
        var pause = await gate.KnownAsync(cancellation);
        if ((planned ?? await outbox.FindAsync(number, key, cancellation)) is not { } found)
        {
            return;
        }

        var entry = found with { IsMarked = true };
        if (entry.HasEnded)
        {
            await CompleteAsync(entry, known: null, cancellation);
            await outbox.UnmarkAsync(entry, cancellation);
        }
        else if (pause is not null && pause.Until > clock.GetUtcNow())
        {
            await waits.ForPauseAsync(entry, pause.Until, cancellation);
        }
        else if (entry.WaitsUntil > clock.GetUtcNow())
        {
            await waits.ForMomentAsync(entry, cancellation);
        }
        else if (await EndOfDeadSenderAsync(entry, cancellation) is { } end)
        {
            await CompleteAsync(end, known: null, cancellation);
            await SettleAsync(entry, end, cancellation);
        }
        else
        {
            await ComposeAndSendAsync(entry, file: null, cancellation);
            await gate.OpenAfterAsync(pause, cancellation);
        }
    }

    /// <summary>
    /// Returns the final state of a dead sender's mail: as recorded in the case, or failed when uncertain for the
    /// second time. Null when it was not claimed or may be sent once more.
    /// </summary>
    private async Task<OutboxEntry?> EndOfDeadSenderAsync(OutboxEntry entry, CancellationToken cancellation)
    {
        if (entry.State != MailState.Sending)
        {
            return null;
        }

        var file = entry.Mail.Case is { } number ? await cases.FindAsync(number, cancellation) : null;
        var last = file?.Events.LastOrDefault(e => e.What is MailRecorded recorded && recorded.Key == entry.Mail.Key);
        return last is not null && EnumNames.TryParseSlug<MailState>(((MailRecorded)last.What).State, out var state)
            ? entry with { State = state, SentAt = state == MailState.Failed ? null : last.At, ClaimedUntil = null }
            : MailAttempt.OrFailed(entry);
    }

    /// <summary>Composes before claiming, so that only the hand-over is between claim and event.</summary>
    private async Task ComposeAndSendAsync(OutboxEntry planned, CaseFile? file, CancellationToken cancellation)
    {
        using var span = CaseTelemetry.Continue("DeliverMail", planned.Trace)
            ?.SetTag("regelloket.case", planned.Mail.Case?.Value).SetTag("regelloket.mail", planned.Mail.Key);
        file ??= planned.Mail.Case is { } number ? await cases.FindRecentAsync(number, planned.Mail.Event, cancellation) : null;
        file = file is null ? null : await records.RecordBeforeAsync(planned.Mail, file, composer, cancellation);
        if (await ComposeAsync(planned.Mail, file, cancellation) is not var (mail, content))
        {
            // When an earlier sender died with it, it may have been sent before it became unnecessary.
            var fault = planned.State == MailState.Sending ? MailAttempt.UncertainFault : planned.Fault;
            await EndNeedlessAsync(planned, fault, file, cancellation);
            return;
        }

        if (!allowed.MayGet(mail.To))
        {
            await EndNeedlessAsync(planned, "domein-niet-toegestaan", file, cancellation);
        }
        else if (await HandOverAsync(planned, file, mail, cancellation) is var (claimed, after))
        {
            // From here on the work is not cancelled; only a crash can interrupt it.
            await records.ForgetAsync(planned.Mail.Case, after.State == MailState.Sent ? content.SpentSecret
                : null, CancellationToken.None);
            await SettleAsync(claimed, after, CancellationToken.None);
        }
    }

    /// <summary>
    /// Ends a mail that is needed no more; claimed like one that is sent, since another sender may have sent it before it
    /// became unnecessary.
    /// </summary>
    private async Task EndNeedlessAsync(OutboxEntry planned, string? fault, CaseFile? file, CancellationToken cancellation)
    {
        if (await ClaimAsync(planned, file, cancellation) is { } claimed)
        {
            var ended = claimed with { State = MailState.Obsolete, Fault = fault, ClaimedUntil = null };
            await records.RecordAsync(ended, file, cancellation);
            await SettleAsync(claimed, ended, cancellation);
        }
    }

    private async Task<(Mail Mail, MailContent Content)?> ComposeAsync(PlannedMail plan, CaseFile? file, CancellationToken cancellation) =>
        plan.Case is null ? await composer.ComposeForDeskAsync(plan, cancellation)
            : file is not null ? await composer.ComposeAsync(plan, file, cancellation)
            : null;

    /// <summary>Claims the mail, hands it over and appends the result; null when it is another sender's.</summary>
    private async Task<(OutboxEntry Claimed, OutboxEntry After)?> HandOverAsync(
        OutboxEntry planned, CaseFile? file, Mail mail, CancellationToken cancellation)
    {
        await handOver.WaitAsync(cancellation);
        try
        {
            if (await ClaimAsync(planned, file, cancellation) is not { } claimed)
            {
                return null;
            }

            var result = await sender.SendAsync(mail, CancellationToken.None);
            if (result is SendResult.Stopped stopped)
            {
                log.LogError("The mail service refuses the desk ({Fault}); sending stands still for {Pause}.", stopped.Fault,
                    options.Value.Pause);
                await gate.CloseAsync(stopped.Fault, CancellationToken.None);
            }

            var after = MailAttempt.After(claimed, result, clock.GetUtcNow(), options.Value);
            if (after.HasEnded && !(after.State == MailState.Failed && await outbox.IsReportedAsync(claimed)))
            {
                await records.RecordAsync(after, file, CancellationToken.None);
            }

            return (claimed, after);
        }
        finally
        {
            handOver.Release();
        }
    }

    /// <summary>Returns the mail claimed for this sender; null when it is another's or has ended.</summary>
    private async Task<OutboxEntry?> ClaimAsync(OutboxEntry planned, CaseFile? file, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();

        // Only the queue takes over another sender's claim, after checking the case for the mail's event.
        bool MayBegin(OutboxEntry e) => !e.HasEnded && !(e.WaitsUntil > now) && (e.State == MailState.Planned || e.Tag == planned.Tag);
        var claimed = await outbox.ChangeAsync(planned, e => MayBegin(e) ? MailAttempt.Claimed(e, now, options.Value.Claim)
            : null, cancellation);
        if (claimed is null)
        {
            await LeaveAsync(planned.Mail, file, cancellation);
        }

        return claimed;
    }

    /// <summary>Leaves another sender's mail to the queue, which checks it after the claim has expired.</summary>
    private async Task LeaveAsync(PlannedMail mail, CaseFile? file, CancellationToken cancellation)
    {
        if (await outbox.FindAsync(mail.Case, mail.Key, cancellation) is not { } stored)
        {
            return;
        }

        if (stored.HasEnded)
        {
            await CompleteAsync(stored, file, cancellation);
        }
        else
        {
            await outbox.WaitInQueueAsync(stored, cancellation);
        }
    }

    /// <summary>Appends the event of a mail and removes the secret that it no longer needs.</summary>
    private async Task CompleteAsync(OutboxEntry ended, CaseFile? known, CancellationToken cancellation)
    {
        await records.RecordAsync(ended, known, cancellation);
        if (ended.State is MailState.Sent or MailState.Delivered && ended.Mail.Case is { } number
            && (known ?? await cases.FindAsync(number, cancellation)) is { } file)
        {
            await records.ForgetAsync(number, composer.Write(ended.Mail, file)?.SpentSecret, cancellation);
        }
    }

    /// <summary>Stores the result of an attempt: queues a waiting mail, marks one for manual attention.</summary>
    private async Task SettleAsync(OutboxEntry before, OutboxEntry after, CancellationToken cancellation)
    {
        // The marker is written first, so that a mail that waits or needs manual attention always has one.
        var marked = after.IsOpen ? await outbox.MarkAsync(before, cancellation) : before;
        var settled = await outbox.ChangeAsync(marked, e => MailAttempt.Settled(e, before, after), cancellation);
        if (settled is null)
        {
            await LeaveAsync(before.Mail, file: null, cancellation);
            return;
        }

        log.LogInformation("Mail {Key} of case {Case}: {State} {Fault}", settled.Mail.Key, settled.Mail.Case, settled.State, settled.Fault);
        if (settled.HasEnded)
        {
            await outbox.UnmarkAsync(settled, cancellation);
        }
        else
        {
            await outbox.WaitInQueueAsync(settled, cancellation);
        }
    }

    /// <summary>Ends a mail whose message was moved to the poison queue.</summary>
    public async Task GiveUpAsync(CaseNumber? number, string key, CancellationToken cancellation)
    {
        if (await outbox.FindAsync(number, key, cancellation) is not { } found)
        {
            return;
        }

        var entry = found with { IsMarked = true };
        var ended = entry.HasEnded ? entry : await EndOfDeadSenderAsync(entry, cancellation)
            ?? MailAttempt.Failed(entry, "fout-in-het-loket");
        await CompleteAsync(ended, known: null, cancellation);
        await SettleAsync(entry, ended, cancellation);
    }
}
