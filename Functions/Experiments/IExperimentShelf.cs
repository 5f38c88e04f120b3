using RegelLoket.Cases;

namespace RegelLoket.Experiments;

/// <summary>Where shared experiments are shown to everybody: the library.</summary>
public interface IExperimentShelf
{
    /// <summary>Makes the shelf say what the case says of its experiments. Doing it again changes nothing.</summary>
    Task ShowAsync(CaseFile file, CancellationToken cancellation);
}
