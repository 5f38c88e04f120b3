using RegelLoket.Cases;

namespace RegelLoket.Storage;

/// <summary>What the verifier found of one case.</summary>
/// <param name="Number">The case.</param>
/// <param name="Events">How many events hold, counted from the first.</param>
/// <param name="FirstBadEvent">The number of the first event that does not hold; null when all do.</param>
/// <param name="Reason">What is wrong with it, for people; null when nothing is.</param>
public sealed record ChainVerdict(CaseNumber Number, int Events, int? FirstBadEvent, string? Reason)
{
    public bool Holds => FirstBadEvent is null;
}
