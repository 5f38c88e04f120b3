using RegelLoket.Cases;

namespace RegelLoket.Privacy;

/// <summary>The facts of a case that retention needs: the day of its end, and the data that is left.</summary>
public sealed record RetentionFacts(CaseNumber Number, DateOnly? EndedOn, bool HoldsReporter, bool HoldsTexts,
    IReadOnlyList<string> PersonHashes)
{
    /// <summary>The main case, before whose end this one has not ended either.</summary>
    public CaseNumber? MergedInto { get; init; }

    /// <summary>The last day on which a colleague or a ministry wrote in the case; null when there is none.</summary>
    public DateOnly? WrittenOn { get; init; }

    /// <summary>The followers with data that is left.</summary>
    public IReadOnlyList<FollowerFacts> Followers { get; init; } = [];
}
