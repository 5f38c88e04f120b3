namespace RegelLoket.Cases.Changes;

/// <summary>A change that concerns one experiment of a case.</summary>
public interface IExperimentChange
{
    /// <summary>The sequence number of the experiment within the case, from 1.</summary>
    int Experiment { get; }
}
