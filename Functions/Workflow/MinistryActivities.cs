using Microsoft.Azure.Functions.Worker;
using RegelLoket.Cases;
using RegelLoket.Escalation;
using RegelLoket.Notifications;
using RegelLoket.Storage;

namespace RegelLoket.Workflow;

/// <summary>The activity of a ministry's workflow, which may run more than once: its mails have keys, its event a term.</summary>
public sealed class MinistryActivities(
    CaseService cases, PromptMails mails, ContactBook contacts, AnswerDrafts drafts, MinistryFlow flow,
    TimeProvider clock)
{
    /// <summary>Records a silence and sends the mails that are due for one ministry, and returns when to check again.</summary>
    [Function(nameof(AdvanceRequest))]
    public async Task<Progress> AdvanceRequest([ActivityTrigger] Advance advance, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var isMinistry = EnumNames.TryParseSlug<Ministry>(advance.Ministry, out var ministry);
        var steps = (await contacts.OfAsync(ministry, cancellation)).Reminders;
        var file = await cases.ActAsSystemAsync(
            CaseNumber.Parse(advance.Number), advance.MinimumVersion,
            found => isMinistry ? flow.SystemEvent(found, ministry, steps, now) : null, cancellation)
            ?? throw new InvalidOperationException($"Case {advance.Number} does not exist.");
        if (!isMinistry || file.State.RequestTo(ministry) is not { } request)
        {
            return new Progress(file.State.Version, null, Ended: true);
        }

        var isOpen = !request.HasEnded && file.State.IsOpen;
        await mails.SendAsync(
            file, advance.LastHandled, e => MinistryFlow.MailsFor(e, file, ministry), isOpen
                ? flow.MailsDue(file, request, steps, now)
                : [], cancellation);

        // A draft answer to a question that became unnecessary stays as it is for its authors until the texts of the case
        // are erased.
        if (request.Status is RequestStatus.Answered or RequestStatus.NotOurs)
        {
            await drafts.EndAsync(file, request, cancellation);
        }

        return Progress.Until(
            isOpen ? flow.NextMoment(file, request, steps, now) : null, now, file.State.Version, ended: !isOpen);
    }
}
