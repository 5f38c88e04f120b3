using System.Collections.Concurrent;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Library.Publication;

/// <summary>The facts of every case for publication: identifying properties, and progress of its text.</summary>
public sealed class PublicationProjection : ICaseProjection
{
    private readonly ConcurrentDictionary<CaseNumber, (CaseCell Cell, CasePublication? Publication, int Version)> cases = new();

    public IReadOnlyCollection<CaseCell> Cells => [.. cases.Values.Select(c => c.Cell)];

    /// <summary>The cases with a public text, with the version that their item shows.</summary>
    public IReadOnlyList<(CaseNumber Number, CasePublication Publication, int Version)> Publications =>
        [.. cases.Values.Where(c => c.Publication is not null).Select(c => (c.Cell.Number, c.Publication!, c.Version))];

    public void Apply(CaseFile file) => cases[file.Number] = (
        new CaseCell(file.Number, file.State.Branche, file.State.Region, file.State.Publication?.Size), file.State.Publication,
        PublicView.VersionOf(file));
}
