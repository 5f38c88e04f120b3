namespace RegelLoket.Storage;

/// <summary>
/// Wakes a workflow of a case: there is an event that it has not handled. It carries a number only; what happened, the workflow reads from
/// the case. A signal that is lost or comes twice does no harm.
/// </summary>
/// <param name="Version">The number of the event; 0 for no event: look again, for the desk's clock was moved.</param>
public sealed record CaseSignal(int Version)
{
    /// <summary>The name of the orchestrations' only external event.</summary>
    public const string Name = "CaseChanged";
}
