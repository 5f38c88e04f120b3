using System.Collections.Concurrent;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Experiments.Participation;

/// <summary>The cases with an experiment whose organisation has a link and is not ready yet.</summary>
public sealed class ExperimentsUnderWay : ICaseProjection
{
    private readonly ConcurrentDictionary<CaseNumber, bool> cases = new();

    public IReadOnlyList<CaseNumber> Cases => [.. cases.Keys];

    public void Apply(CaseFile file)
    {
        if (file.State.Experiments.Any(experiment => experiment is { LinkHash: not null, EndedAt: null }))
        {
            cases[file.Number] = true;
        }
        else
        {
            cases.TryRemove(file.Number, out _);
        }
    }
}
