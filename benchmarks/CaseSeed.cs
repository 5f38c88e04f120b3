using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging.Abstractions;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;

namespace Bench;

/// <summary>Many cases in a desk's storage, written through its own store and index, so that they are read as any other case.</summary>
internal static class CaseSeed
{
    private static readonly Actor Analyst = new(ActorRole.Analyst, "Ans Analist");

    /// <summary>Cases of all branches, themes and outcomes; so many of five are still open.</summary>
    public static async Task WriteAsync(Azurite azurite, int count, int openOfFive = 2)
    {
        var blobs = new BlobServiceClient(azurite.ConnectionString);
        foreach (var container in new[] { CaseStore.StreamContainer, CaseStore.PrivateContainer, CaseIndex.OpenContainer })
        {
            await blobs.GetBlobContainerClient(container).CreateIfNotExistsAsync();
        }

        using var store = new CaseStore(blobs, TimeProvider.System);
        var index = new CaseIndex(blobs, store, NullLogger<CaseIndex>.Instance);
        var (branches, themes) = (EnumNames.All<Branche>(), EnumNames.All<Theme>());
        var outcomes = EnumNames.All<OutcomeKind>().Where(kind => kind != OutcomeKind.Ingetrokken).ToList();
        var today = WorkingDays.DayOf(TimeProvider.System.GetUtcNow());
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, cancellation) =>
        {
            var reported = new NewEvent(Actor.Reporter, new CaseReported
            {
                Channel = ReportChannel.Form,
                Branche = branches[i % branches.Count],
                Themes = [themes[i % themes.Count]],
                Anonymous = true,
                FollowCodeHash = "",
                DueOn = today,
            })
            { Texts = new Dictionary<string, string> { [TextNames.Title] = $"Regel {i} staat in de weg" } };
            var file = await store.CreateAsync(CaseNumber.New(today.Year), reported, new PrivateCase { ReportKey = $"seed-{i}" },
                cancellation);
            if (file is not null && i % 5 >= openOfFive)
            {
                file = await store.AppendAsync(
                    file, new NewEvent(Analyst, new OutcomeDetermined { Outcome = outcomes[i % outcomes.Count], DueOn = today }), null,
                    cancellation);
                file = file is null ? null
                    : await store.AppendAsync(file, new NewEvent(Actor.System, new CaseClosed()), null, cancellation);
            }

            if (file is not null)
            {
                await index.WriteAsync(file, cancellation);
            }
        });
    }
}
