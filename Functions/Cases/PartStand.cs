namespace RegelLoket.Cases;

/// <summary>Where a part of a split report stood before it was closed to undo the split.</summary>
/// <param name="Status">Its status.</param>
/// <param name="DueOn">The day on which its next step was due.</param>
public sealed record PartStand(CaseStatus Status, DateOnly? DueOn);
