using RegelLoket.Cases;

namespace RegelLoket.Storage;

/// <summary>The verifier's result for one case.</summary>
/// <param name="Number">The case.</param>
/// <param name="Events">The number of valid events, counted from the first.</param>
/// <param name="FirstBadEvent">The number of the first invalid event; null when all are valid.</param>
/// <param name="Reason">The fault, as a sentence for people; null when there is none.</param>
public sealed record ChainVerdict(CaseNumber Number, int Events, int? FirstBadEvent, string? Reason)
{
    public bool Holds => FirstBadEvent is null;
}
