using System.Collections.Concurrent;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Workbench;

/// <summary>All cases as the work queue shows them, cached in memory.</summary>
public sealed class CaseOverview : ICaseProjection
{
    private readonly ConcurrentDictionary<CaseNumber, CaseEntry> entries = new();
    private int changes;
    private Listing? listing;

    /// <summary>
    /// All cases at one moment. A page counts them in many ways, so they are listed once for each change and not for each
    /// count.
    /// </summary>
    public IReadOnlyList<CaseEntry> Entries
    {
        get
        {
            var seen = Volatile.Read(ref changes);
            if (Volatile.Read(ref listing) is { } known && known.Changes == seen)
            {
                return known.Entries;
            }

            var fresh = new Listing(seen, [.. entries.Values]);
            Volatile.Write(ref listing, fresh);
            return fresh.Entries;
        }
    }

    public CaseEntry? Find(CaseNumber number) => entries.GetValueOrDefault(number);

    public void Apply(CaseFile file)
    {
        entries[file.Number] = CaseEntry.Of(file);
        Interlocked.Increment(ref changes);
    }

    private sealed record Listing(int Changes, CaseEntry[] Entries);
}
