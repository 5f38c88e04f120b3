using Microsoft.Extensions.Caching.Memory;
using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Notifications.Mails;
using RegelLoket.Storage;

namespace RegelLoket.Workflow;

/// <summary>
/// The reminders of a step that is late: to the handler on the day on which it is due, to the coordinators some working days later. They
/// are planned in the reconciler's round, from the index alone, so that a case that waits for an analyst costs its workflow nothing.
/// </summary>
public sealed class StepReminders(WorkingDays workingDays, Outbox outbox) : IDisposable
{
    private const int CoordinatorAfter = 5;

    /// <summary>How long this process remembers that a mail is planned, so that a round asks nothing of storage for it.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    private readonly MemoryCache planned = new(new MemoryCacheOptions());

    public void Dispose() => planned.Dispose();

    /// <summary>Plans the reminders that are due, each once.</summary>
    public async Task PlanAsync(CaseRow row, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var mail in Due(row, now).Where(mail => !planned.TryGetValue((row.Number, mail.Key), out _)))
        {
            if (await outbox.FindAsync(row.Number, mail.Key, cancellation) is null)
            {
                await outbox.PlanAsync(mail, cancellation);
            }

            planned.Set((row.Number, mail.Key), true, Remembered);
        }
    }

    /// <summary>
    /// All reminders whose moment has come for the case as it is. Their keys hold status and day: a moved day has reminders of its own.
    /// </summary>
    public IEnumerable<PlannedMail> Due(CaseRow row, DateTimeOffset now) => Of(row).Due(now).Select(reminder => reminder.What);

    private IEnumerable<Reminder<PlannedMail>> Of(CaseRow row)
    {
        if (row is not { IsOpen: true, DueOn: { } due } || row.Status is CaseStatus.WaitingForReporter or CaseStatus.AtMinistries
            or CaseStatus.OutcomeKnown)
        {
            yield break;
        }

        yield return Step(due, Recipient.Analyst(row.Handler), "handler");
        yield return Step(workingDays.Add(due, CoordinatorAfter), Recipient.Coordinators, "coordinators");

        Reminder<PlannedMail> Step(DateOnly day, Recipient to, string who) => new(WorkingDays.StartOf(day), new PlannedMail
        {
            Case = row.Number,
            Kind = MailKind.StepDue,
            To = to,
            Key = $"{StepDueMail.PrefixOf(row.Status, due)}{who}",
        });
    }
}
