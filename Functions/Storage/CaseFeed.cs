using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;

namespace RegelLoket.Storage;

/// <summary>
/// Feeds the projections: reads every case once, when the first overview is requested, and after that only changes.
/// This instance's changes are applied at once; those of other instances are detected by the versions in the index: for
/// open cases at each refresh, for closed ones periodically.
/// </summary>
public sealed class CaseFeed : IDisposable
{
    private const int ReadersAtOnce = 8;
    private static readonly TimeSpan OpenIsFresh = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AllIsFresh = TimeSpan.FromMinutes(10);

    /// <summary>The age that the open cases may have on a page that does not wait; they are read again behind it.</summary>
    private static readonly TimeSpan OpenIsUsable = TimeSpan.FromSeconds(2);

    private readonly CaseIndex index;
    private readonly CaseStore store;
    private readonly TimeProvider clock;
    private readonly ILogger<CaseFeed> logger;
    private readonly IReadOnlyList<ICaseProjection> projections;
    private readonly ConcurrentDictionary<CaseNumber, (int Version, bool Open)> known = new();
    private readonly Lock applying = new();
    private readonly SemaphoreSlim refreshing = new(1);
    private readonly CancellationTokenSource stopping = new();
    private long openSeen;
    private long allSeen;
    private Task? readingAll;
    private volatile Task<bool> behindPages = Task.FromResult(true);

    public CaseFeed(CaseIndex index, CaseStore store, TimeProvider clock, ILogger<CaseFeed> logger,
        IEnumerable<ICaseProjection> projections)
    {
        (this.index, this.store, this.clock, this.logger) = (index, store, clock, logger);
        this.projections = [.. projections];
        index.Written += Apply;
    }

    /// <summary>Whether every case, including the closed ones, has been read.</summary>
    public bool IsWhole => allSeen > 0;

    /// <summary>Updates the projections with the open cases; closed ones follow in the background.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        if (IsFresh(openSeen, OpenIsFresh))
        {
            return;
        }

        await refreshing.WaitAsync(cancellation);
        try
        {
            if (!IsFresh(openSeen, OpenIsFresh))
            {
                var started = clock.GetTimestamp();
                await ReadOpenAsync(cancellation);
                openSeen = started;
            }

            if (readingAll is null or { IsCompleted: true } && !IsFresh(allSeen, AllIsFresh))
            {
                readingAll = RequestPatience.Without(() => Task.Run(ReadAllAsync, CancellationToken.None));
            }
        }
        finally
        {
            refreshing.Release();
        }
    }

    /// <summary>Updates the projections; waits for a first reading of closed cases up to <paramref name="patience"/>.</summary>
    public async Task RefreshAllAsync(TimeSpan patience, CancellationToken cancellation)
    {
        await RefreshAsync(cancellation);
        if (!IsWhole && readingAll is { } reading)
        {
            await Task.WhenAny(reading, Task.Delay(patience, cancellation));
        }
    }

    /// <summary>Updates like <see cref="RefreshAllAsync"/>, but throws when a case is missing.</summary>
    /// <exception cref="CasesStillReadException">Not every case was read within
    /// <paramref name="patience"/>.</exception>
    public async Task RefreshWholeAsync(TimeSpan patience, CancellationToken cancellation)
    {
        await RefreshAllAsync(patience, cancellation);
        if (!IsWhole)
        {
            throw new CasesStillReadException();
        }
    }

    /// <summary>
    /// Updates the projections with every case as stored at the time of the call, by any instance, also closed; for
    /// irreversible actions.
    /// </summary>
    /// <exception cref="CasesStillReadException">They were not read within <paramref name="patience"/>.</exception>
    public async Task RefreshAsOfNowAsync(TimeSpan patience, CancellationToken cancellation)
    {
        var asked = clock.GetTimestamp();
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        waiting.CancelAfter(patience);
        try
        {
            // A reading in progress may have passed a case before it was changed, so only the next one counts.
            for (var reading = 0; reading < 2 && allSeen < asked; reading++)
            {
                await (await ReadingAllAsync(waiting.Token)).WaitAsync(waiting.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The wait timed out; the check below decides by what was read until then.
        }

        if (allSeen < asked)
        {
            throw new CasesStillReadException();
        }
    }

    /// <summary>
    /// Updates the projections for a page that prefers older data to waiting: once every case was read, in the background;
    /// before that, the page waits no longer than <paramref name="patience"/>. This instance's changes are always included.
    /// Returns false while cases are still being read, or when storage fails: that is logged, and tried again next time.
    /// </summary>
    public async Task<bool> TryRefreshAllAsync(TimeSpan patience, CancellationToken cancellation)
    {
        var refresh = RefreshBehindPages(patience);
        if (IsWhole)
        {
            return true;
        }

        var first = await Task.WhenAny(refresh, Task.Delay(patience, cancellation));
        cancellation.ThrowIfCancellationRequested();
        return first == refresh && await refresh && IsWhole;
    }

    /// <summary>
    /// Updates the projections for a page that people work from. What is less than two seconds old it shows at once;
    /// else it waits for changes of other instances, but once every case was read no longer than
    /// <paramref name="patience"/>. The update continues in the background. This instance's changes are always included.
    /// </summary>
    public async Task RefreshWithinAsync(TimeSpan patience, CancellationToken cancellation)
    {
        if (!IsWhole)
        {
            await RefreshAsync(cancellation);
            return;
        }

        var refresh = RefreshBehindPages(patience);
        if (IsFresh(openSeen, OpenIsUsable))
        {
            return;
        }

        await Task.WhenAny(refresh, Task.Delay(patience, cancellation));
        cancellation.ThrowIfCancellationRequested();
    }

    public void Dispose()
    {
        index.Written -= Apply;
        stopping.Cancel();
        stopping.Dispose();
        refreshing.Dispose();
    }

    private Task<bool> RefreshBehindPages(TimeSpan patience)
    {
        var refresh = behindPages;
        return refresh.IsCompleted ? behindPages = RequestPatience.Without(() => RefreshOrLogAsync(patience))
            : refresh;
    }

    private async Task<bool> RefreshOrLogAsync(TimeSpan patience)
    {
        try
        {
            await RefreshAllAsync(patience, stopping.Token);
            return true;
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            logger.LogWarning(
                "Refreshing the cases failed: {Failure}. The next overview tries again.", failure.GetType().Name);
            return false;
        }
    }

    /// <summary>Returns the reading of all cases in progress, or starts a new one.</summary>
    private async Task<Task> ReadingAllAsync(CancellationToken cancellation)
    {
        await refreshing.WaitAsync(cancellation);
        try
        {
            return readingAll is { IsCompleted: false } ? readingAll
                : readingAll = RequestPatience.Without(() => Task.Run(ReadAllAsync, CancellationToken.None));
        }
        finally
        {
            refreshing.Release();
        }
    }

    private bool IsFresh(long seen, TimeSpan term) => seen > 0 && clock.GetElapsedTime(seen) < term;

    private async Task ReadOpenAsync(CancellationToken cancellation)
    {
        var rows = await index.OpenAsync(cancellation).ToListAsync(cancellation);
        var open = rows.Select(row => row.Number).ToHashSet();
        var changed = rows.Where(row => !IsKnown(row)).Select(row => row.Number).ToList();
        changed.AddRange(known.Where(k => k.Value.Open && !open.Contains(k.Key)).Select(k => k.Key));
        await ReadAsync(changed, cancellation);
    }

    private async Task ReadAllAsync()
    {
        try
        {
            var started = clock.GetTimestamp();
            var isMissed = false;
            var changed = await index.AllAsync(year: null, stopping.Token, _ => isMissed = true)
                .Where(row => !IsKnown(row)).Select(row => row.Number).ToListAsync(stopping.Token);

            // Whoever needs every case waits for a reading in which storage gave them all.
            allSeen = await ReadAsync(changed, stopping.Token) && !isMissed ? started : allSeen;
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            logger.LogWarning("Reading all cases failed: {Failure}. The next overview tries again.", failure.GetType().Name);
        }
        catch (OperationCanceledException)
        {
            // The app is stopping.
        }
    }

    /// <summary>Reads cases; false when storage did not give one of them, which the next reading tries again.</summary>
    private async Task<bool> ReadAsync(IEnumerable<CaseNumber> numbers, CancellationToken cancellation)
    {
        var isWhole = true;
        var options = new ParallelOptions { MaxDegreeOfParallelism = ReadersAtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(numbers, options, async (number, token) =>
        {
            try
            {
                if (await store.FindAsync(number, token) is { } file)
                {
                    Apply(file);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // One case must not hide the others. A damaged one is read again at the next start, and the verifier reports it.
                logger.LogError("Case {Case} cannot be read ({Failure}) and is missing in the overviews.", number, failure.GetType().Name);
                if (CaseIndex.IsOfStorage(failure))
                {
                    isWhole = false;
                }
                else
                {
                    known[number] = (int.MaxValue, Open: false);
                }
            }
        });
        return isWhole;
    }

    private bool IsKnown(CaseRow row) => known.TryGetValue(row.Number, out var seen) && seen.Version >= row.Version;

    private void Apply(CaseFile file)
    {
        lock (applying)
        {
            if (known.TryGetValue(file.Number, out var seen) && seen.Version > file.State.Version)
            {
                return;
            }

            foreach (var projection in projections)
            {
                projection.Apply(file);
            }

            known[file.Number] = (file.State.Version, file.State.IsOpen);
        }
    }
}
