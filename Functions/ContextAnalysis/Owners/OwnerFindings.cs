using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Suggestions;

namespace RegelLoket.ContextAnalysis.Owners;

/// <summary>
/// The owners of a report's rules, each with its probability and words; and the report in parts when it has several
/// problems.
/// </summary>
internal sealed record OwnerFindings
{
    /// <summary>Whether no owner stands out, not even one outside the three ministries.</summary>
    public required bool Unknown { get; init; }

    /// <summary>
    /// The suggested owners, the most probable first; empty when the owner is someone else or unknown.
    /// </summary>
    public required IReadOnlyList<Suggested<Ministry>> Named { get; init; }

    /// <summary>Other possible owners, too weak to be suggested.</summary>
    public required IReadOnlyList<Suggested<Ministry>> Possible { get; init; }

    public required IReadOnlyList<SuggestedPart> Parts { get; init; }
}
