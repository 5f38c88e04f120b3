using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Library.Items;
using RegelLoket.Library.OpenData;
using RegelLoket.Library.Search;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Library.Editing;

/// <summary>
/// Stores editions and makes the library show what the newest one says, drafts apart. The edition comes first, then the
/// item: what a crash cuts between the two comes right within ten minutes, or with the next save.
/// </summary>
public sealed class EditionWriter(
    EditionStore editions, LibraryStore store, LibraryCache shelf, DumpStore dumps, IOptions<SiteOptions> site,
    ILogger<EditionWriter> logger)
{
    internal const string ChangedMeanwhile =
        "Iemand anders heeft deze tekst net gewijzigd. Lees eerst wat er nu staat.";

    /// <summary>The time over which half a change is looked for, by the clock of storage.</summary>
    private static readonly TimeSpan RepairTerm = TimeSpan.FromDays(1);

    /// <summary>Stores the edition after the version that somebody read; sent twice by one person, it is stored once.</summary>
    internal async Task<EditResult> WriteAsync(
        CommandContext context, EditionKind what, string id, int version, LibraryItem? before, LibraryItem? after,
        string? reason,
        CancellationToken cancellation)
    {
        var edition = new Edition
        {
            Id = id,
            Version = version + 1,
            What = what,
            By = context.By,
            At = context.Now,
            Reason = reason,
            Before = before,
            After = after,
            Request = CommandRequest.Current?.Mark,
        };
        if (version != await editions.VersionAsync(id, cancellation) || !await editions.AddAsync(edition, cancellation))
        {
            // Sent twice, as by a double click or after a crash: the first one did it, and what it left undone is done
            // now.
            var newest = await editions.NewestAsync(id, cancellation);
            if (newest?.Version != edition.Version || newest.What != what || !newest.By.IsSamePerson(context.By)
                || !IsSame(newest.After, after))
            {
                return new EditResult.Refused(ChangedMeanwhile) { Unseen = newest, Seen = version };
            }

            edition = newest;
        }

        if (!edition.IsDraft)
        {
            await FollowUp.RunAsync(
                logger, $"Item {id} of the library", () => ShowAsync(edition, CancellationToken.None));
        }

        logger.LogInformation("Item {Item} of the library: {What}, version {Version}.", id, what, edition.Version);
        return new EditResult.Saved(id, edition.Version);
    }

    /// <summary>
    /// What makes the library say what the newest editions say, where a crash left an item behind its edition.
    /// </summary>
    internal async IAsyncEnumerable<Repair> RepairsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var view = await shelf.ReloadAsync(cancellation);
        foreach (var newest in await editions.NewestSinceAsync(
            TimeProvider.System.GetUtcNow() - RepairTerm, cancellation))
        {
            var shown = newest.IsDraft ? await NewestShownAsync(newest.Id, cancellation) : newest;
            if (shown is null || (shown.After is { } after
                ? view.Find(shown.Id) is { } item && IsSame(item, after) : view.IsWithdrawn(shown.Id)))
            {
                continue;
            }

            yield return new Repair($"Item {shown.Id} of the library", async token =>
            {
                await ShowAsync(shown, token);
                return true;
            });
        }
    }

    /// <summary>Shows an edition, and after it each newer one that somebody may have shown before.</summary>
    internal async Task ShowAsync(Edition edition, CancellationToken cancellation)
    {
        await ShowOnceAsync(edition, cancellation);
        while (await editions.VersionAsync(edition.Id, cancellation) > edition.Version
            && await NewestShownAsync(edition.Id, cancellation) is { } newest && newest.Version > edition.Version)
        {
            edition = newest;
            await ShowOnceAsync(edition, cancellation);
        }
    }

    private async Task<Edition?> NewestShownAsync(string id, CancellationToken cancellation) =>
        (await editions.HistoryAsync(id, cancellation)).FirstOrDefault(edition => !edition.IsDraft);

    private async Task ShowOnceAsync(Edition edition, CancellationToken cancellation)
    {
        if (edition.After is { } after)
        {
            await store.PutAsync(after, cancellation);
            await shelf.ReloadAsync(cancellation);
        }
        else
        {
            await store.WithdrawAsync(edition.Id, edition.At, cancellation);
            await dumps.WriteAsync(await shelf.ReloadAsync(cancellation), site.Value.Address, cancellation);
        }
    }

    private static bool IsSame(LibraryItem? one, LibraryItem? other) => one is null || other is null
        ? one is null && other is null
        : LibraryJson.Write(one with { ModifiedAt = other.ModifiedAt, PublishedAt = other.PublishedAt }).AsSpan()
            .SequenceEqual(LibraryJson.Write(other));
}
