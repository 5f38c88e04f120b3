namespace RegelLoket.Web.Components;

/// <summary>The progress of one step.</summary>
public enum StepState
{
    Done,
    Current,
    Upcoming,

    /// <summary>Skipped, because the case did not need it.</summary>
    Skipped,
}
