namespace RegelLoket.Web.Components;

public enum StepState
{
    Done,
    Current,
    Upcoming,

    /// <summary>Skipped, because the case did not need it.</summary>
    Skipped,
}
