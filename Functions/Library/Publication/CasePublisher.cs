using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Library.Items;
using RegelLoket.Library.OpenData;
using RegelLoket.Library.Search;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Library.Publication;

/// <summary>Updates the library to the state of the cases: an item for each published case.</summary>
public sealed class CasePublisher(
    CaseStore cases, LibraryStore store, LibraryCache shelf, DumpStore dumps, IOptions<SiteOptions> site,
    TimeProvider clock, ILogger<CasePublisher> logger)
{
    /// <summary>Updates the library after a successful command, and never fails it.</summary>
    internal async Task FollowAsync(CommandResult result)
    {
        if (result is CommandResult.Done { Case: var file })
        {
            await FollowUp.RunAsync(logger, $"The item of case {file.Number}", () => ShowAsync(file, CancellationToken.None));
        }
    }

    /// <summary>
    /// Publishes, updates or withdraws the item of a case; idempotent. Concurrent writers may write the same item: a
    /// writer with an older version of the case then finds the newer one and writes that.
    /// </summary>
    public async Task ShowAsync(CaseFile file, CancellationToken cancellation)
    {
        for (CaseFile? next = file; next is not null; next = await cases.FindNewerAsync(next, cancellation))
        {
            await ShowOnceAsync(next, cancellation);
        }
    }

    private async Task ShowOnceAsync(CaseFile file, CancellationToken cancellation)
    {
        var id = PublishedCase.IdOf(file.Number);
        if (file.State.Publication is not { } publication)
        {
            return;
        }

        if (publication.IsPublic)
        {
            var shown = await store.FindAsync(id, cancellation) as PublishedCase;
            var needsShown = file.State.TextsErasedAt is not null || publication.IsOutdated || publication.IsPublicInAnOlderVersion;
            if (PublicView.Of(file, needsShown ? shown : null) is not { } item)
            {
                return;
            }

            if (shown is null || !IsSame(item, shown) || item.CaseVersion > shown.CaseVersion)
            {
                await store.PutAsync(Moved(item, shown, file), cancellation);
            }

            await shelf.ReloadAsync(cancellation);
        }
        else if (publication.WasPublic)
        {
            await store.WithdrawAsync(id, clock.GetUtcNow(), cancellation);
            await dumps.WriteAsync(await shelf.ReloadAsync(cancellation), site.Value.Address, cancellation);
            logger.LogInformation("Case {Case} was taken out of the library.", file.Number);
        }

        // A text that was never in the library leaves no trace: a 410 at its address would reveal that there was a
        // case.
    }

    /// <summary>
    /// Moves the moment of change of an item forward when its content differs from before, such as by a later answer of
    /// a ministry, so that anyone who keeps a copy sees that. An item with the same content keeps its moment.
    /// </summary>
    internal static PublishedCase Moved(PublishedCase item, PublishedCase? shown, CaseFile file) =>
        shown is null || item.ModifiedAt > shown.ModifiedAt ? item
        : file.Events[item.CaseVersion - 1].At is var changedAt && changedAt > shown.ModifiedAt && !IsSame(item, shown)
            ? item with { ModifiedAt = changedAt }
        : item with { ModifiedAt = shown.ModifiedAt };

    /// <summary>
    /// Whether an item has the same content as the one that is shown, whose moment of change may have moved. The version of
    /// the case is for the desk, and is no content.
    /// </summary>
    internal static bool IsSame(PublishedCase item, PublishedCase shown) => item.ModifiedAt <= shown.ModifiedAt
        && LibraryJson.Write(item with { ModifiedAt = shown.ModifiedAt, CaseVersion = shown.CaseVersion }).AsSpan()
            .SequenceEqual(LibraryJson.Write(shown));
}
