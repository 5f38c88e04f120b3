using System.Collections.Concurrent;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Library.Experiments;

/// <summary>The experiment texts that should be in the library, for every case with experiments.</summary>
public sealed class ExperimentProjection : ICaseProjection
{
    private readonly ConcurrentDictionary<CaseNumber, IReadOnlyList<CaseExperiment>> experiments = new();

    public IReadOnlyList<(CaseNumber Number, CaseExperiment Experiment)> All =>
        [.. experiments.SelectMany(c => c.Value.Select(x => (c.Key, x)))];

    public void Apply(CaseFile file)
    {
        if (!file.State.Experiments.IsEmpty)
        {
            experiments[file.Number] = file.State.Experiments;
        }
    }
}
