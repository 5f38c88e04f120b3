using System.Runtime.CompilerServices;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;
using RegelLoket.Library.Items;
using RegelLoket.Library.Search;
using RegelLoket.Storage;

namespace RegelLoket.Library.Publication;

/// <summary>
/// Publishes approved texts whose term is over, and repairs what a crash left undone between a case and its item.
/// </summary>
public sealed class PublicationReconciler(
    PublicationService service, CaseFeed feed, PublicationProjection projection, CaseStore cases, CasePublisher publisher,
    LibraryCache library, TimeProvider clock, ILogger<PublicationReconciler> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Function(nameof(ReconcilePublications))]
    public Task ReconcilePublications(
        [TimerTrigger("0 */10 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation) =>
        ReconcilerRound.RunAsync(logger, RepairsAsync(workflows, cancellation), cancellation);

    private async IAsyncEnumerable<Repair> RepairsAsync(DurableTaskClient workflows,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await feed.RefreshAllAsync(Patience, cancellation);
        var view = await library.ViewAsync(cancellation);
        var context = new CommandContext(Actor.System, clock.GetUtcNow());
        foreach (var (number, publication, version) in projection.Publications)
        {
            // What was in the library before comes back by a person's hand, or when the term is over.
            if (publication is { IsUnderWay: true, ApprovedAt: not null }
                && (publication is { AgreedAt: not null, WasPublic: false } || context.Today > publication.ObjectBefore))
            {
                yield return new Repair($"The publication of case {number}", async token =>
                {
                    await service.PublishAsync(context, number, workflows, token);
                    return false;
                });
            }

            // Also while a newer version is waiting, however long.
            if (publication.IsPublic ? view.Find(PublishedCase.IdOf(number)) is not PublishedCase item
                || item.CaseVersion < version
                : publication.WasPublic && !view.IsWithdrawn(PublishedCase.IdOf(number)))
            {
                yield return new Repair($"The item of case {number}", token => ShowAsync(number, token));
            }
        }
    }

    private async Task<bool> ShowAsync(CaseNumber number, CancellationToken cancellation)
    {
        if (await cases.FindAsync(number, cancellation) is not { } file)
        {
            return false;
        }

        await publisher.ShowAsync(file, cancellation);
        return true;
    }
}
