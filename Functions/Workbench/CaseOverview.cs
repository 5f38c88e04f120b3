using System.Collections.Concurrent;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Workbench;

/// <summary>All cases as the work queue shows them, cached in memory.</summary>
public sealed class CaseOverview : ICaseProjection
{
    private readonly ConcurrentDictionary<CaseNumber, CaseEntry> entries = new();

    public IEnumerable<CaseEntry> Entries => entries.Values;

    public CaseEntry? Find(CaseNumber number) => entries.GetValueOrDefault(number);

    public void Apply(CaseFile file) => entries[file.Number] = CaseEntry.Of(file);
}
