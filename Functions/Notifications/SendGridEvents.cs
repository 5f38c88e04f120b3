using System.Text.Json;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>
/// Records SendGrid's reports on the mails that they are about. Reports come in batches, repeatedly and out of order:
/// each counts once, and the most severe one decides the state.
/// </summary>
public sealed class SendGridEvents(Outbox outbox, MailRecords records)
{
    private static readonly MailState[] ByGravity =
        [MailState.ReportedAsSpam, MailState.Bounced, MailState.Dropped, MailState.Blocked, MailState.Delivered, MailState.Deferred];

    /// <summary>Processes a batch; returns null when it is not a batch, else the number of new reports.</summary>
    /// <exception cref="AggregateException">Some reports failed; the others were processed. The service sends all of
    /// them again.</exception>
    public async Task<int?> TakeAsync(ReadOnlyMemory<byte> body, DurableTaskClient workflows, CancellationToken cancellation)
    {
        JsonElement batch;
        try
        {
            batch = JsonSerializer.Deserialize(body.Span, SendGridJson.Default.JsonElement);
        }
        catch (JsonException)
        {
            return null;
        }

        if (batch.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var taken = 0;
        var failures = new List<Exception>();
        foreach (var report in batch.EnumerateArray().Select(ReadOrNull).OfType<SendGridEvent>())
        {
            try
            {
                taken += await TakeAsync(report, workflows, cancellation) ? 1 : 0;
            }
            // Any failure on one case is kept until the end, so that it does not block the others.
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                failures.Add(failure);
            }
        }

        return failures.Count == 0 ? taken : throw new AggregateException(failures);
    }

    /// <summary>Returns null for a malformed report, so that it does not block the others.</summary>
    private static SendGridEvent? ReadOrNull(JsonElement element)
    {
        try
        {
            return element.Deserialize(SendGridJson.Default.SendGridEvent);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<bool> TakeAsync(SendGridEvent report, DurableTaskClient workflows, CancellationToken cancellation)
    {
        if (report is not
            {
                State: { } state, Id: { Length: > 0 and < 200 } id, Key: { Length: > 0 and < 200 } key, Timestamp: > 0
            and < 253_402_300_800
            }
            || CaseOf(report) is not (true, var number))
        {
            return false;
        }

        var delivery = new DeliveryReport(id, state, DateTimeOffset.FromUnixTimeSeconds(report.Timestamp));
        OutboxEntry? before = null;
        var changed = await KnownAsync(number, key, report, delivery, cancellation) is not { } known ? null
            : await outbox.ChangeAsync(known, entry =>
            {
                before = entry;
                return entry.Deliveries.Any(d => d.Id == id) ? null : WithDelivery(entry, delivery);
            }, cancellation);

        // A repeated report may mean that processing was interrupted, so the idempotent work after it is done again.
        if ((changed ?? before) is { } entry && (changed is null || changed.State != before!.State))
        {
            await outbox.MarkOpenAsync(entry, cancellation);
            await records.RecordAsync(entry, known: null, cancellation);
            await records.SignalMinistryAsync(entry, workflows, cancellation);
        }

        return changed is not null;
    }

    /// <summary>Returns the mail of a report; one without a case is recorded at its first failed delivery.</summary>
    private async Task<OutboxEntry?> KnownAsync(CaseNumber? number, string key, SendGridEvent report, DeliveryReport delivery,
        CancellationToken cancellation) =>
        await outbox.FindAsync(number, key, cancellation) ?? (number is null && delivery.State.IsTrouble()
            ? DirectMail.EntryOf(key, report.Address, delivery.At) : null);

    /// <summary>Returns the case of a report; none for a mail of the desk, unknown for a foreign number.</summary>
    private static (bool IsKnown, CaseNumber? Number) CaseOf(SendGridEvent report) =>
        string.IsNullOrEmpty(report.Case) ? (true, null)
        : CaseNumber.TryParse(report.Case, out var number) ? (true, number)
        : (false, null);

    private static OutboxEntry WithDelivery(OutboxEntry entry, DeliveryReport delivery)
    {
        var deliveries = entry.Deliveries.Add(delivery);
        return entry with
        {
            Deliveries = deliveries,
            State = ByGravity.First(state => deliveries.Any(d => d.State == state)),
            ClaimedUntil = null,
            NextAttemptAt = null
        };
    }
}
