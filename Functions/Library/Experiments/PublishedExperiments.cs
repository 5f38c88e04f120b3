using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Experiments;
using RegelLoket.Library.Items;
using RegelLoket.Library.OpenData;
using RegelLoket.Library.Search;
using RegelLoket.Storage;
using RegelLoket.Web;
using RegelLoket.Web.Components;

namespace RegelLoket.Library.Experiments;

/// <summary>Updates the library to the state of a case's experiments.</summary>
public sealed class PublishedExperiments(CaseStore cases, LibraryStore store, LibraryCache shelf, DumpStore dumps,
    IOptions<SiteOptions> site, TimeProvider clock, ILogger<PublishedExperiments> logger) : IPublishedExperiments
{
    public IReadOnlyList<Choice> FrontRunners => shelf.Current.FrontRunnerChoices;

    public Task FollowAsync(CaseFile file) =>
        FollowUp.RunAsync(logger, $"The experiments of case {file.Number}", () => ShowAsync(file, CancellationToken.None));

    /// <summary>
    /// Publishes the experiments of a case; as in <see cref="Publication.CasePublisher.ShowAsync"/>, an older version
    /// never overwrites a newer one.
    /// </summary>
    internal async Task ShowAsync(CaseFile file, CancellationToken cancellation)
    {
        await ShowOnceAsync(file, await shelf.ViewAsync(cancellation), cancellation);
        while (await cases.FindNewerAsync(file, cancellation) is { } newer)
        {
            file = newer;
            await ShowOnceAsync(file, await shelf.ReloadAsync(cancellation), cancellation);
        }
    }

    private async Task ShowOnceAsync(CaseFile file, LibraryView view, CancellationToken cancellation)
    {
        var (changed, withdrawn) = (false, false);
        foreach (var experiment in file.State.Experiments)
        {
            var id = Experiment.IdOf(file.Number, experiment.Number);
            if (ItemOf(file, experiment) is { } item)
            {
                if (view.Find(id) is not Experiment shown || shown.Version != item.Version)
                {
                    await store.PutAsync(item, cancellation);
                    changed = true;
                }
            }
            else if (experiment is { Shared: null, FirstSharedAt: not null } && !view.IsWithdrawn(id))
            {
                await store.WithdrawAsync(id, clock.GetUtcNow(), cancellation);
                logger.LogInformation("An experiment of case {Case} was taken out of the library.", file.Number);
                withdrawn = true;
            }
        }

        if (changed || withdrawn)
        {
            view = await shelf.ReloadAsync(cancellation);
        }

        if (withdrawn)
        {
            await dumps.WriteAsync(view, site.Value.Address, cancellation);
        }
    }

    /// <summary>
    /// Returns the public item, made of texts that were written for the public, fixed lists and figures; null when it
    /// is not published or a text was erased.
    /// </summary>
    internal static Experiment? ItemOf(CaseFile file, CaseExperiment experiment)
    {
        if (experiment is not { Shared: { } shared, SharedAt: { } sharedAt, FirstSharedAt: { } first }
            || file.Text(shared.Text(TextNames.PublicTitle)) is not { } title
                || file.Text(shared.Text(TextNames.PublicProblem)) is not { } question
            || file.Text(shared.Text(TextNames.PublicSolution)) is not { } done
                || file.Text(shared.Text(TextNames.PublicLessons)) is not { } lessons)
        {
            return null;
        }

        IReadOnlyList<RuleReference> rules = file.State.Outcome?.Rule is { } decisive ? [decisive]
            : file.State.Context?.Rules ?? [];
        return new Experiment
        {
            Id = Experiment.IdOf(file.Number, experiment.Number),
            Number = file.Number,
            Title = title,
            Question = question,
            WhatWasDone = done,
            Lessons = lessons,
            Result = experiment.PublicResult,
            Rounds = shared.Rounds,
            Figures = [.. shared.Measures.Select(m => m.Kind).Distinct().Order().Select(kind => FigureOf(kind, shared))],
            Themes = experiment.Themes,
            Branches = [experiment.Branche],
            FrontRunners = experiment.FrontRunner is { } runner ? [runner] : [],
            Rules = [.. rules.Select(PublicRule.Of)],
            PublishedAt = first,
            ModifiedAt = sharedAt,
            Version = shared.Version,
        };
    }

    private static PublicFigure FigureOf(MeasureKind kind, ExperimentDraft shared)
    {
        var measures = shared.Measures.Where(m => m.Kind == kind).OrderBy(m => m.Round).ToList();
        var after = measures is [.., { Round: > 0 } last] ? last : null;
        return new PublicFigure(kind, measures is [{ Round: 0 } before, ..] ? before.Value : null, after?.Value, after?.Round);
    }
}
