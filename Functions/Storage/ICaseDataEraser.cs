using RegelLoket.Cases;

namespace RegelLoket.Storage;

/// <summary>
/// What a step keeps of a case outside of it, such as a half answer. It is taken away when private data of the case is erased.
/// </summary>
public interface ICaseDataEraser
{
    /// <summary>Deletes what is kept of the case; doing it again changes nothing.</summary>
    Task ForgetAsync(CaseFile file, CancellationToken cancellation);
}
