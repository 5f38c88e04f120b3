using RegelLoket.Cases;

namespace RegelLoket.Privacy;

/// <summary>One erasure that is due.</summary>
public sealed record RetentionStep(CaseNumber Number, ErasedData What, DateOnly DueOn)
{
    /// <summary>The follower whose data it is; null for everybody else in the case.</summary>
    public CasePerson? Person { get; init; }
}
