using Microsoft.Extensions.Caching.Memory;
using RegelLoket.Cases;

namespace RegelLoket.Storage;

/// <summary>
/// The cases that this process changed a moment ago, so that what follows from a change does not read the case again. It is never the
/// truth:
/// another process may have changed a case since, so anyone who decides on one from here appends under its position, or is given the
/// version
/// that it must have seen.
/// </summary>
internal sealed class RecentCases : IDisposable
{
    private const int Most = 500;
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    private readonly MemoryCache cases = new(new MemoryCacheOptions { SizeLimit = Most });
    private readonly Lock remembering = new();

    /// <summary>Keeps a case for a moment, unless a newer form of it is kept.</summary>
    public CaseFile Remember(CaseFile file)
    {
        lock (remembering)
        {
            if (Recall(file.Number) is not { } kept || kept.Position <= file.Position)
            {
                cases.Set(file.Number, file, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Lifetime });
            }
        }

        return file;
    }

    public CaseFile? Recall(CaseNumber number) => cases.Get<CaseFile>(number);

    /// <summary>For a case that proved to be older than what is stored.</summary>
    public void Forget(CaseNumber number) => cases.Remove(number);

    public void Dispose() => cases.Dispose();
}
