using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>
/// Sends a mail of the outbox: claim, hand over, record. A mail that was handed over and whose record was cut off by a crash is uncertain:
/// it is sent once more with the same Message-ID, and never a third time.
/// </summary>
public sealed class MailDispatch(
    Outbox outbox, CaseStore cases, MailComposer composer, IMailSender sender, MailRecords records, SendingGate gate, AllowedRecipients allowed,
    IOptions<NotificationOptions> options, TimeProvider clock, ILogger<MailDispatch> log) : IDisposable
{
    /// <summary>Once uncertain may mean one double; a second time is left to a person.</summary>
    private const int MostUncertain = 1;
    private const string UncertainFault = "onzeker-verzonden";

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(string Case, string Key), Task> underWay = new();

    /// <summary>One mail at a time is between its claim and its record, so that a crash leaves at most one of which nobody knows whether it went.</summary>
    private readonly SemaphoreSlim handOver = new(1);

    public void Dispose() => handOver.Dispose();

    /// <summary>
    /// Sends the mail. Where this process is doing so already, it waits for that: a message that came twice, since its lease ran out while
    /// the storage was away, is not done with before its mail is. A claim alone would not tell, since a virtual clock can move past any.
    /// </summary>
    /// <param name="number">The case of the mail; none for a mail of the desk.</param>
    /// <param name="key">The key of the mail.</param>
    /// <param name="planned">The mail as it was planned just now, if that is known; else it is read.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task SendAsync(CaseNumber? number, string key, OutboxEntry? planned, CancellationToken cancellation)
    {
        var mail = (number?.Value ?? "", key);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (underWay.GetOrAdd(mail, ended.Task) is var sending && sending != ended.Task)
        {
            await sending.WaitAsync(cancellation);
            return;
        }

        var alone = SendAloneAsync(number, key, planned, cancellation);
        await alone.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        underWay.TryRemove(mail, out _);
        ended.SetFromTask(alone);
        await alone;
    }

    private async Task SendAloneAsync(CaseNumber? number, string key, OutboxEntry? planned, CancellationToken cancellation)
    {
        var pause = await gate.KnownAsync(cancellation);
        if (pause is not null && pause.Until > clock.GetUtcNow())
        {
            await WakeLaterAsync(number, key, pause.Until - clock.GetUtcNow(), cancellation);
        }
        else if ((planned ?? await outbox.FindAsync(number, key, cancellation)) is { } entry && await MayBeginAsync(entry, cancellation))
        {
            await ComposeAndSendAsync(entry, cancellation);
            if (pause is not null && await gate.FindAsync(cancellation) == pause)
            {
                await gate.OpenAsync(cancellation);
            }
        }
    }

    /// <summary>Whether the mail is to be sent now; one that has to wait is woken later, one that has ended is finished.</summary>
    private async Task<bool> MayBeginAsync(OutboxEntry entry, CancellationToken cancellation)
    {
        if (HasEnded(entry))
        {
            await FinishAsync(entry, cancellation);
            return false;
        }

        if (BusyUntil(entry) is { } until)
        {
            await outbox.WakeAsync(entry.Mail, until - clock.GetUtcNow(), cancellation);
            return false;
        }

        return true;
    }

    /// <summary>Has the mail for this sender alone, from now until it is handed over and recorded; null when another has it or it is given up.</summary>
    private async Task<OutboxEntry?> ClaimAsync(OutboxEntry planned, CancellationToken cancellation)
    {
        var claimed = await outbox.ChangeAsync(planned, entry => HasEnded(entry) || BusyUntil(entry) is not null ? null : Claimed(entry, clock.GetUtcNow()), cancellation);
        if (claimed is { State: MailState.Failed })
        {
            await records.RecordAsync(claimed, known: null, cancellation);
            return null;
        }

        if (claimed is null && await outbox.FindAsync(planned.Mail.Case, planned.Mail.Key, cancellation) is { } changed)
        {
            await MayBeginAsync(changed, cancellation);
        }

        return claimed;
    }

    private static bool HasEnded(OutboxEntry entry) => entry.State is not (MailState.Planned or MailState.Sending);

    /// <summary>Until when another sender has the mail, or its next attempt waits; null when it may be sent.</summary>
    private DateTimeOffset? BusyUntil(OutboxEntry entry) =>
        (entry.State == MailState.Sending ? entry.ClaimedUntil : entry.NextAttemptAt) is { } until && until > clock.GetUtcNow() ? until : null;

    /// <summary>A message for a mail that has ended comes again after a crash: its proof and its secret may still stand open.</summary>
    private async Task FinishAsync(OutboxEntry ended, CancellationToken cancellation)
    {
        await records.RecordAsync(ended, known: null, cancellation);
        await outbox.UnmarkAsync(ended, cancellation);
        if (ended.State is MailState.Sent or MailState.Delivered && ended.Mail.Case is { } number && await cases.FindAsync(number, cancellation) is { } file)
        {
            await records.ForgetAsync(number, composer.Write(ended.Mail, file)?.SpentSecret, cancellation);
        }
    }

    private OutboxEntry Claimed(OutboxEntry entry, DateTimeOffset now)
    {
        var uncertain = entry.Uncertain + (entry.State == MailState.Sending ? 1 : 0);
        return uncertain > MostUncertain
            ? entry with { State = MailState.Failed, Fault = UncertainFault, Uncertain = uncertain, ClaimedUntil = null }
            : entry with { State = MailState.Sending, Uncertain = uncertain, Attempts = entry.Attempts + 1, ClaimedUntil = now + options.Value.Claim, NextAttemptAt = null };
    }

    /// <summary>
    /// Composes the mail first and claims it then: between the claim and the record lies the hand-over alone, so that a crash seldom leaves a
    /// mail of which nobody knows whether it went.
    /// </summary>
    private async Task ComposeAndSendAsync(OutboxEntry planned, CancellationToken cancellation)
    {
        using var span = CaseTelemetry.Continue("DeliverMail", planned.Trace)?.SetTag("regelloket.case", planned.Mail.Case?.Value).SetTag("regelloket.mail", planned.Mail.Key);
        var file = planned.Mail.Case is { } number ? await cases.FindRecentAsync(number, planned.Mail.Event, cancellation) : null;
        if (await ComposeAsync(planned.Mail, file, cancellation) is not var (mail, content))
        {
            // Where a sender died with it, it may have gone before it became needless.
            await EndAsync(planned, file, e => e with { State = MailState.Obsolete, Fault = e.State == MailState.Sending ? UncertainFault : e.Fault }, cancellation);
            return;
        }

        if (!allowed.MayGet(mail.To))
        {
            await EndAsync(planned, file, e => e with { State = MailState.Obsolete, Fault = "domein-niet-toegestaan" }, cancellation);
            return;
        }

        await handOver.WaitAsync(cancellation);
        try
        {
            if (await ClaimAsync(planned, cancellation) is { } entry)
            {
                await HandOverAsync(entry, file, mail, content, cancellation);
            }
        }
        finally
        {
            handOver.Release();
        }
    }

    private async Task HandOverAsync(OutboxEntry entry, CaseFile? file, Mail mail, MailContent content, CancellationToken cancellation)
    {
        switch (await sender.SendAsync(mail, cancellation))
        {
            case SendResult.Accepted accepted:
                await EndAsync(entry, file, e => e with { State = e.Deliveries.IsEmpty ? MailState.Sent : e.State, SentAt = clock.GetUtcNow(), ProviderId = accepted.ProviderId, Fault = null }, cancellation);
                await records.ForgetAsync(entry.Mail.Case, content.SpentSecret, cancellation);
                break;
            case SendResult.Unknown unknown when entry.Uncertain < MostUncertain:
                await PutBackAsync(entry with { Uncertain = entry.Uncertain + 1 }, unknown.Fault, DelayBefore(entry.Attempts, asked: null), cancellation);
                break;
            case SendResult.Unknown:
                await EndAsync(entry, file, e => e with { State = MailState.Failed, Fault = UncertainFault }, cancellation);
                break;
            case SendResult.TryLater later when entry.Attempts < options.Value.MaximumAttempts:
                await PutBackAsync(entry, later.Fault, DelayBefore(entry.Attempts, later.After), cancellation);
                break;
            case SendResult.TryLater later:
                await EndAsync(entry, file, e => e with { State = MailState.Failed, Fault = later.Fault }, cancellation);
                break;
            case SendResult.Refused refused:
                await EndAsync(entry, file, e => e with { State = MailState.Failed, Fault = refused.Fault }, cancellation);
                break;
            case SendResult.Stopped stopped:
                log.LogError("The mail service refuses the desk ({Fault}); sending stands still for {Pause}.", stopped.Fault, options.Value.Pause);
                await gate.CloseAsync(stopped.Fault, cancellation);
                await PutBackAsync(entry with { Attempts = entry.Attempts - 1 }, stopped.Fault, options.Value.Pause, cancellation);
                break;
        }
    }

    private async Task<(Mail Mail, MailContent Content)?> ComposeAsync(PlannedMail plan, CaseFile? file, CancellationToken cancellation) =>
        plan.Case is null ? await composer.ComposeForDeskAsync(plan, cancellation)
            : file is not null ? await composer.ComposeAsync(plan, file, cancellation)
            : null;

    /// <summary>The rest of a failed attempt at an exception of our own: after <c>maxDequeueCount</c> tries the message is poison.</summary>
    public async Task GiveUpAsync(CaseNumber? number, string key, CancellationToken cancellation)
    {
        var failed = await outbox.ChangeAsync(
            number, key, e => e.State is MailState.Planned or MailState.Sending ? e with { State = MailState.Failed, Fault = "fout-in-het-loket", ClaimedUntil = null } : null, cancellation);
        if (failed is not null)
        {
            await records.RecordAsync(failed, known: null, cancellation);
        }
    }

    private async Task EndAsync(OutboxEntry claimed, CaseFile? file, Func<OutboxEntry, OutboxEntry> change, CancellationToken cancellation)
    {
        var mail = claimed.Mail;
        var ended = await outbox.ChangeAsync(
            claimed, e => e.Attempts == claimed.Attempts ? change(e) with { ClaimedUntil = null, NextAttemptAt = null } : null, cancellation);
        if (ended is not null)
        {
            log.LogInformation("Mail {Key} of case {Case}: {State} {Fault}", mail.Key, mail.Case, ended.State, ended.Fault);
            await records.RecordAsync(ended, file, cancellation);
            await outbox.UnmarkAsync(ended, cancellation);
        }
    }

    private async Task PutBackAsync(OutboxEntry claimed, string fault, TimeSpan after, CancellationToken cancellation)
    {
        var mail = claimed.Mail;
        log.LogWarning("Mail {Key} of case {Case} could not be sent ({Fault}); next attempt in {After}.", mail.Key, mail.Case, fault, after);
        await outbox.ChangeAsync(
            claimed,
            e => e with { State = MailState.Planned, Attempts = claimed.Attempts, Uncertain = claimed.Uncertain, Fault = fault, ClaimedUntil = null, NextAttemptAt = clock.GetUtcNow() + after },
            cancellation);
        await outbox.WakeAsync(mail, after, cancellation);
    }

    private async Task WakeLaterAsync(CaseNumber? number, string key, TimeSpan after, CancellationToken cancellation)
    {
        if (await outbox.FindAsync(number, key, cancellation) is { } found)
        {
            await outbox.WakeAsync(found.Mail, after, cancellation);
        }
    }

    /// <summary>What the service asks for, or twice as long each time; and up to a half longer, so that not all mails come back at once.</summary>
    internal static TimeSpan DelayBefore(int attempts, TimeSpan? asked)
    {
        var delay = asked ?? TimeSpan.FromTicks(Math.Min(LongestDelay.Ticks, FirstDelay.Ticks << Math.Min(attempts - 1, 10)));
        return delay + (delay * (RandomNumberGenerator.GetInt32(0, 500) / 1000.0));
    }
}
