using Microsoft.Extensions.Caching.Memory;
using RegelLoket.Cases;

namespace RegelLoket.Storage;

/// <summary>
/// Caches the cases that this process just changed, so that the work after a change does not read the case again.
/// Another process may have changed a case since, so a caller that decides on a cached case appends at its position, or
/// names the version that it needs.
/// </summary>
internal sealed class RecentCases : IDisposable
{
    private const int Most = 500;
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    private readonly MemoryCache cases = new(new MemoryCacheOptions { SizeLimit = Most });
    private readonly Lock remembering = new();

    /// <summary>Caches a case for a short time, unless a newer version of it is cached.</summary>
    public CaseFile Remember(CaseFile file)
    {
        lock (remembering)
        {
            if (Recall(file.Number) is not { } kept || kept.Position <= file.Position)
            {
                cases.Set(
                    file.Number, file, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Lifetime });
            }
        }

        return file;
    }

    public CaseFile? Recall(CaseNumber number) => cases.Get<CaseFile>(number);

    /// <summary>Removes a case that proved to be older than what is stored.</summary>
    public void Forget(CaseNumber number) => cases.Remove(number);

    public void Dispose() => cases.Dispose();
}
