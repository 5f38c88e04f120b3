namespace RegelLoket.Cases;

public static class CaseStatuses
{
    /// <summary>Whether a step is left to take.</summary>
    public static bool IsOpen(this CaseStatus status) =>
        status is not (CaseStatus.Shared or CaseStatus.Closed or CaseStatus.Withdrawn or CaseStatus.Merged
            or CaseStatus.TakenBack);
}
