using RegelLoket.Cases;

namespace RegelLoket.Storage;

/// <summary>
/// An in-memory projection of every case, for overviews and search. It receives each case in its current state, and
/// again after every change.
/// </summary>
public interface ICaseProjection
{
    /// <summary>Replaces what it knows of a case. Calls are never simultaneous.</summary>
    void Apply(CaseFile file);
}
