using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using RegelLoket.Storage;

namespace RegelLoket.Library.Editing;

/// <summary>Repairs what a crash left undone between an edition and its item in the library.</summary>
public sealed class EditionReconciler(EditorialService service, ILogger<EditionReconciler> logger)
{
    [Function(nameof(ReconcileEditions))]
    public Task ReconcileEditions([TimerTrigger("0 3/10 * * * *")] TimerInfo timer, CancellationToken cancellation) =>
        ReconcilerRound.RunAsync(logger, service.RepairsAsync(cancellation), cancellation);
}
