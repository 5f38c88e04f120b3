namespace RegelLoket.Cases;

/// <summary>A change to the request to one ministry, which that ministry's workflow must handle too.</summary>
public interface IMinistryChange
{
    Ministry Ministry { get; }
}
