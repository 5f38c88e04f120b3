using Microsoft.Azure.Functions.Worker;

namespace RegelLoket.Library.Editing;

/// <summary>Heals what a crash left between an edition and its item in the library.</summary>
public sealed class KeepEditionsFunction(EditorialDesk desk)
{
    [Function(nameof(KeepEditions))]
    public Task KeepEditions([TimerTrigger("0 3/10 * * * *")] TimerInfo timer, CancellationToken cancellation) => desk.HealAsync(cancellation);
}
