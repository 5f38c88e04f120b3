using RegelLoket.Cases;

namespace RegelLoket.Storage;

/// <summary>
/// What a step keeps of a case outside of it, such as a half answer. It is taken away when private data of the case is erased.
/// </summary>
public interface ICaseDataEraser
{
    /// <summary>Deletes what goes with the data that is erased; doing it again changes nothing.</summary>
    /// <param name="file">The case.</param>
    /// <param name="what">How much of it is erased: what counts as a text of the case goes with the texts alone.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task ForgetAsync(CaseFile file, ErasedData what, CancellationToken cancellation);
}
