using Microsoft.Azure.Functions.Worker;
using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Suggestions;
using RegelLoket.Notifications;

namespace RegelLoket.Workflow;

/// <summary>What <see cref="CaseActivities.AdvanceCase"/> is asked: bring this case forward, from the event after <paramref name="Seen"/>.</summary>
/// <param name="Number">The case.</param>
/// <param name="Seen">The number of the newest event that was handled before; 0 at the start.</param>
/// <param name="Told">The number of the event that the workflow was told of; null when the calendar woke it, so that the case is read.</param>
public sealed record CaseAdvance(string Number, int Seen, int? Told = null);

/// <summary>Where a case stands after it was brought forward. Numbers and slugs only: this lies in the orchestration's history.</summary>
/// <param name="Seen">The number of the newest event that has now been handled.</param>
/// <param name="Status">The slug of the case's status.</param>
/// <param name="AtMinistries">The slugs of the ministries whose request is open.</param>
/// <param name="WakeAt">When to look again if nothing happens before, in UTC.</param>
/// <param name="Ended">Whether nothing is left to do.</param>
public sealed record CaseProgress(int Seen, string Status, IReadOnlyList<string> AtMinistries, DateTime? WakeAt, bool Ended);

/// <summary>The activities of the case's workflow. Each may run more than once; what they do carries keys that make a second time harmless.</summary>
public sealed class CaseActivities(CaseDesk desk, CaseFlow flow, CurrentSuggestions suggestions, PromptMails mails, TimeProvider clock)
{
    /// <summary>Does what the system has to do for a case now, and tells what the case waits for.</summary>
    [Function(nameof(AdvanceCase))]
    public async Task<CaseProgress> AdvanceCase([ActivityTrigger] CaseAdvance advance, CancellationToken cancellation)
    {
        var number = CaseNumber.Parse(advance.Number);
        var now = clock.GetUtcNow();
        await suggestions.EngineAsync(cancellation);
        var file = await desk.ActAsSystemAsync(number, advance.Told, f => flow.SystemEvent(f, now)?.FollowingFrom(f.Events.Skip(advance.Seen).LastOrDefault()), cancellation)
            ?? throw new InvalidOperationException($"Case {number} does not exist.");
        await mails.SendAsync(file, advance.Seen, e => CaseFlow.MailsFor(e, file), flow.MailsDue(file, now), cancellation);

        return new CaseProgress(
            file.State.Version,
            file.State.Status.Slug(),
            [.. file.State.IsOpen ? file.State.Requests.Where(r => !r.HasEnded).Select(r => r.Ministry.Slug()) : []],
            flow.NextMoment(file, now)?.UtcDateTime,
            flow.HasEnded(file, now));
    }
}
