namespace RegelLoket.Storage;

/// <summary>
/// The signal to a workflow of a case that there is an event to handle. It carries only a number, since the workflow
/// reads the rest from the case; a lost or repeated signal does no harm.
/// </summary>
/// <param name="Version">The number of the event; 0 for no event but a moved clock, after which the workflow checks
/// again.</param>
public sealed record CaseSignal(int Version)
{
    /// <summary>The name of the orchestrations' only external event.</summary>
    public const string Name = "CaseChanged";
}
