using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Suggestions;

namespace RegelLoket.ContextAnalysis.Owners;

/// <summary>
/// Whose rules a report is about, each with its strength and words; and the report in parts where it tells of
/// several problems.
/// </summary>
internal sealed record OwnerFindings
{
    /// <summary>No owner stands out, and nothing says that it is somebody else either.</summary>
    public required bool Unknown { get; init; }

    /// <summary>The owners that are named, strongest first; empty when it is somebody else or unknown.</summary>
    public required IReadOnlyList<Suggested<Ministry>> Named { get; init; }

    /// <summary>Owners that it may be as well, but that are not named.</summary>
    public required IReadOnlyList<Suggested<Ministry>> Possible { get; init; }

    public required IReadOnlyList<SuggestedPart> Parts { get; init; }
}
