using RegelLoket.Cases;

namespace RegelLoket.Storage;

/// <summary>
/// Something that is kept in memory of every case, for overviews and search. It receives each case as it is now, and again after every
/// change.
/// </summary>
public interface ICaseProjection
{
    /// <summary>Takes in a case in place of what it knew of it. Never called at the same time twice.</summary>
    void Apply(CaseFile file);
}
