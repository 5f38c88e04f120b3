using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Library.Items;
using RegelLoket.Library.OpenData;
using RegelLoket.Library.Search;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Library.Publication;

/// <summary>Makes the library say what the cases say: an item for each case that is public, none for one that was withdrawn.</summary>
public sealed class CasePublisher(CaseStore cases, LibraryStore store, LibraryCache shelf, DumpStore dumps, IOptions<SiteOptions> site,
    TimeProvider clock, ILogger<CasePublisher> logger)
{
    /// <summary>Follows a command that was carried out, and never fails it; any other result changes nothing.</summary>
    internal async Task FollowAsync(CommandResult result)
    {
        if (result is CommandResult.Done { Case: var file })
        {
            await FollowUp.RunAsync(logger, $"The item of case {file.Number}", () => ShowAsync(file, CancellationToken.None));
        }
    }

    /// <summary>
    /// Puts, renews or takes out the item of a case. Doing it again changes nothing. Others write the same item, outside the turns of the
    /// case: whoever wrote by an older version finds the newer one afterwards and writes that.
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
            var standing = file.State.TextsErasedAt is null ? null : await store.FindAsync(id, cancellation) as PublishedCase;
            if (PublicView.Of(file, standing) is not { } item)
            {
                return;
            }

            await store.PutAsync(item, cancellation);
            await shelf.ReloadAsync(cancellation);
        }
        else if (publication.WasPublic)
        {
            await store.WithdrawAsync(id, cancellation);
            await dumps.WriteAsync(await shelf.ReloadAsync(cancellation), site.Value.Address, clock.GetUtcNow(), cancellation);
            logger.LogInformation("Case {Case} was taken out of the library.", file.Number);
        }

        // A text that never was in the library leaves no trace: its address must not tell that there was a case.
    }
}
