using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using RegelLoket.Storage;

namespace RegelLoket.Library.Editing;

/// <summary>Heals what a crash left between an edition and its item in the library.</summary>
public sealed class EditionReconciler(EditionWriter writer, ILogger<EditionReconciler> logger)
{
    [Function(nameof(ReconcileEditions))]
    public Task ReconcileEditions([TimerTrigger("0 3/10 * * * *")] TimerInfo timer, CancellationToken cancellation) =>
        ReconcilerRound.RunAsync(logger, writer.RepairsAsync(cancellation), cancellation);
}
