using Microsoft.Azure.Functions.Worker;
using RegelLoket.Cases;
using RegelLoket.Library.Items;
using RegelLoket.Library.Search;
using RegelLoket.Storage;

namespace RegelLoket.Library.Experiments;

/// <summary>Heals what a crash left between a case and its experiments in the library.</summary>
public sealed class ExperimentReconciler(CaseFeed feed, ExperimentProjection projection, CaseStore cases,
    PublishedExperiments experiments, LibraryCache shelf)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Function(nameof(ReconcileExperiments))]
    public async Task ReconcileExperiments([TimerTrigger("0 5/10 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        await feed.RefreshAllAsync(Patience, cancellation);
        var view = await shelf.ViewAsync(cancellation);
        foreach (var number in projection.All.Where(x => Differs(view, x.Number, x.Experiment)).Select(x => x.Number).Distinct())
        {
            if (await cases.FindAsync(number, cancellation) is { } file)
            {
                await experiments.ShowAsync(file, cancellation);
            }
        }
    }

    private static bool Differs(LibraryView view, CaseNumber number, CaseExperiment experiment)
    {
        var id = Experiment.IdOf(number, experiment.Number);
        return experiment.Shared is { } shared
            ? view.Find(id) is not Experiment shown || shown.Version != shared.Version
            : experiment.FirstSharedAt is not null && !view.IsWithdrawn(id);
    }
}
