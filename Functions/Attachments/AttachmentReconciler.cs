using System.Runtime.CompilerServices;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Attachments;

/// <summary>
/// Deletes the content of files that were taken away or erased, when that failed after the event, and of files that no event
/// came to name.
/// </summary>
public sealed class AttachmentReconciler(
    AttachmentStore store, CaseStore cases, TimeProvider clock, ILogger<AttachmentReconciler> logger)
{
    /// <summary>The age up to which an event may still come for a content.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromDays(1);

    [Function(nameof(ReconcileAttachments))]
    public Task ReconcileAttachments([TimerTrigger("0 50 2 * * *")] TimerInfo timer, CancellationToken cancellation) =>
        ReconcilerRound.RunAsync(logger, RepairsAsync(cancellation), cancellation);

    private async IAsyncEnumerable<Repair> RepairsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        CaseFile? file = null;
        // The files of a case come together, so that each case is read once.
        await foreach (var (number, id, at) in store.OfCasesAsync(cancellation))
        {
            file = file?.Number == number ? file : await cases.FindAsync(number, cancellation);
            var known = file?.State.Attachments.FirstOrDefault(attachment => attachment.Id == id);
            if (file is not null && (known?.IsGone ?? now - at > OnItsWay))
            {
                yield return new Repair($"The deletion of a file of case {number}", async token =>
                {
                    await store.DeleteAsync(AttachmentStore.FolderOf(number), id, token);
                    return true;
                });
            }
        }
    }
}
