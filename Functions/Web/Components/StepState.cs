namespace RegelLoket.Web.Components;

public enum StepState
{
    Done,
    Current,
    Upcoming,

    /// <summary>Passed over: the case did not need it.</summary>
    Skipped,
}
