using Microsoft.Azure.Functions.Worker;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Operations;

/// <summary>Writes the nightly anchor by which an altered or truncated stream is detected.</summary>
public sealed class AnchorFunctions(CaseIndex index, AnchorStore anchors, TimeProvider clock)
{
    /// <summary>Writes one root over the heads of all chains every night.</summary>
    [Function(nameof(AnchorChains))]
    public async Task AnchorChains([TimerTrigger("0 30 1 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var heads = await index.AllAsync(year: null, cancellation)
            .ToDictionaryAsync(
                row => row.Number.Value, row => new AnchoredHead(row.Version, row.Head), cancellationToken: cancellation);
        await anchors.WriteAsync(WorkingDays.DayOf(clock.GetUtcNow()), heads, cancellation);
    }
}
