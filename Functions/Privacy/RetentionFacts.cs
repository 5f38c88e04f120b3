using RegelLoket.Cases;

namespace RegelLoket.Privacy;

/// <summary>What retention asks of a case: since when it is over, and what of it is still there.</summary>
public sealed record RetentionFacts(CaseNumber Number, DateOnly? EndedOn, bool HoldsReporter, bool HoldsTexts,
    IReadOnlyList<string> PersonHashes)
{
    /// <summary>The case within which it is handled: it is not over before that one.</summary>
    public CaseNumber? MergedInto { get; init; }

    /// <summary>When a colleague or a ministry last wrote in it, an experiment for one; null when nobody did.</summary>
    public DateOnly? WrittenOn { get; init; }

    /// <summary>The followers of whom something is still there.</summary>
    public IReadOnlyList<FollowerFacts> Followers { get; init; } = [];
}
