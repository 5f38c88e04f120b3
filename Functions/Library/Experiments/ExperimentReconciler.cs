using System.Runtime.CompilerServices;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;
using RegelLoket.Library.Items;
using RegelLoket.Library.Search;
using RegelLoket.Storage;

namespace RegelLoket.Library.Experiments;

/// <summary>Repairs what a crash left undone between a case and its experiments in the library.</summary>
public sealed class ExperimentReconciler(CaseFeed feed, ExperimentProjection projection, CaseStore cases,
    PublishedExperiments experiments, LibraryCache library, ILogger<ExperimentReconciler> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Function(nameof(ReconcileExperiments))]
    public Task ReconcileExperiments([TimerTrigger("0 5/10 * * * *")] TimerInfo timer, CancellationToken cancellation) =>
        ReconcilerRound.RunAsync(logger, RepairsAsync(cancellation), cancellation);

    private async IAsyncEnumerable<Repair> RepairsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await feed.RefreshAllAsync(Patience, cancellation);
        var view = await library.ViewAsync(cancellation);
        foreach (var number in projection.All.Where(x => Differs(view, x.Number, x.Experiment)).Select(x => x.Number)
            .Distinct())
        {
            yield return new Repair($"The experiments of case {number}", token => ShowAsync(number, token));
        }
    }

    private async Task<bool> ShowAsync(CaseNumber number, CancellationToken cancellation)
    {
        if (await cases.FindAsync(number, cancellation) is not { } file)
        {
            return false;
        }

        await experiments.ShowAsync(file, cancellation);
        return true;
    }

    private static bool Differs(LibraryView view, CaseNumber number, CaseExperiment experiment)
    {
        var id = Experiment.IdOf(number, experiment.Number);
        return experiment.Shared is { } shared
            ? view.Find(id) is not Experiment shown || shown.Version != shared.Version
            : experiment.FirstSharedAt is not null && !view.IsWithdrawn(id);
    }
}
