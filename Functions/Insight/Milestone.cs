namespace RegelLoket.Insight;

/// <summary>The steps between which lead times are measured.</summary>
public enum Milestone
{
    Analysed,
    ProblemStated,
    Escalated,
    Decided,
    Shared,
}
