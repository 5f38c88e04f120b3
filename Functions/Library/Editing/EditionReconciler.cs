using Microsoft.Azure.Functions.Worker;

namespace RegelLoket.Library.Editing;

/// <summary>Heals what a crash left between an edition and its item in the library.</summary>
public sealed class EditionReconciler(EditorialService service)
{
    [Function(nameof(ReconcileEditions))]
    public Task ReconcileEditions([TimerTrigger("0 3/10 * * * *")] TimerInfo timer, CancellationToken cancellation) =>
        service.HealAsync(cancellation);
}
