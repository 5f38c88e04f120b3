namespace RegelLoket.Cases;

/// <summary>A change that concerns the request to one ministry, so that its workflow must hear of it too.</summary>
public interface IMinistryChange
{
    Ministry Ministry { get; }
}
