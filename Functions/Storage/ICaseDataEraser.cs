using RegelLoket.Cases;

namespace RegelLoket.Storage;

/// <summary>
/// Erases data of a case that a step stores outside of it, such as a draft answer, when private data of the case is
/// erased.
/// </summary>
public interface ICaseDataEraser
{
    /// <summary>Deletes the data that belongs to the erased part; idempotent.</summary>
    /// <param name="file">The case.</param>
    /// <param name="what">The extent of the erasure; data that counts as text of the case is deleted with the texts
    /// only.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    Task ForgetAsync(CaseFile file, ErasedData what, CancellationToken cancellation);
}
