using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.CaseLinks;
using RegelLoket.ContextAnalysis.Splitting;
using RegelLoket.ContextAnalysis.Suggestions;
using RegelLoket.Notifications;
using RegelLoket.Storage;

namespace RegelLoket.Workflow;

/// <summary>The activity of the case's workflow, which may run more than once: its writes are idempotent.</summary>
public sealed class CaseActivities(CaseService service, CaseFlow flow, CurrentSuggestions suggestions, PromptMails mails,
    CaseLinkService links, SplitService splits, TimeProvider clock)
{
    /// <summary>Does the system's work on a case that is due now, and returns when to check again.</summary>
    [Function(nameof(AdvanceCase))]
    public async Task<Progress> AdvanceCase([ActivityTrigger] Advance advance, [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        var number = CaseNumber.Parse(advance.Number);
        var now = clock.GetUtcNow();
        if (advance.LastHandled == 0)
        {
            // Only a new case gets a suggestion, which needs the newest edition of the catalogue.
            await suggestions.EngineAsync(cancellation);
        }

        var file = await DoWhatIsDueAsync(advance.MinimumVersion);
        await SendAsync(file, advance.LastHandled);

        // Mails are sent first, since an unreadable other case blocks the repair of links but must not block this
        // case's mails.
        var system = new CommandContext(Actor.System, now);
        if (await splits.RepairAsync(system, file, workflows, cancellation)
            | await links.RepairAsync(system, file, workflows, cancellation))
        {
            var sent = file.State.Version;
            file = await DoWhatIsDueAsync(minimumVersion: null);
            await SendAsync(file, sent);
        }

        // What was planned from, not what is stored by now: an event that came meanwhile has a signal of its own.
        return Progress.Until(flow.WakeAt(file, now), now, file.State.Version, CaseFlow.HasEnded(file, now));

        Task SendAsync(CaseFile of, int lastHandled) =>
            mails.SendAsync(of, lastHandled, e => CaseFlow.MailsFor(e, of), flow.MailsDue(of, now), cancellation);

        async Task<CaseFile> DoWhatIsDueAsync(int? minimumVersion) =>
            await service.ActAsSystemAsync(number, minimumVersion, f => flow.SystemEvent(f, now)
                ?.FollowingFrom(f.Events.Skip(advance.LastHandled).LastOrDefault()), cancellation)
            ?? throw new InvalidOperationException($"Case {number} does not exist.");
    }
}
