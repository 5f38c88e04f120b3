using RegelLoket.Cases;

namespace RegelLoket.Storage;

/// <summary>
/// Finds the cases into which one report was split. They have one reporter: what she decides about her data holds for
/// all of them, those of a split that was undone too.
/// </summary>
public sealed class CaseFamilies(CaseStore store)
{
    /// <summary>Returns the case of the whole report; the case itself when it is no part of another.</summary>
    public async Task<CaseFile> OriginOfAsync(CaseFile file, CancellationToken cancellation) =>
        file.State.SplitFrom is { } origin && await store.FindAsync(origin, cancellation) is { } whole ? whole : file;

    /// <summary>Returns the parts as which a report is handled now, the report's own case first.</summary>
    public async Task<IReadOnlyList<CaseFile>> PartsAsync(CaseFile origin, CancellationToken cancellation) =>
        [origin, .. await FindAsync(origin.State.Split?.Parts ?? [], cancellation)];

    /// <summary>Returns every other case of the same report, ended parts too; none when it was never split.</summary>
    public async Task<IReadOnlyList<CaseFile>> OthersAsync(CaseFile file, CancellationToken cancellation)
    {
        var origin = await OriginOfAsync(file, cancellation);
        var parts = (origin.State.Split?.Parts ?? []).Concat(origin.State.FormerParts).Where(number => number != file.Number);
        var found = await FindAsync(parts, cancellation);
        return origin.Number == file.Number ? found : [origin, .. found];
    }

    private async Task<IReadOnlyList<CaseFile>> FindAsync(IEnumerable<CaseNumber> numbers, CancellationToken cancellation) =>
        [.. (await Task.WhenAll(numbers.Select(number => store.FindAsync(number, cancellation)))).OfType<CaseFile>()];
}
