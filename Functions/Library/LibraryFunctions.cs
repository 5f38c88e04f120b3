using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Cases;
using RegelLoket.Library.Items;
using RegelLoket.Library.Pages;
using RegelLoket.Library.Search;
using RegelLoket.Web;

namespace RegelLoket.Library;

/// <summary>The public pages of the library.</summary>
[RoutePolicy(Audience.Public)]
public sealed class LibraryFunctions(LibraryCache shelf, TimeProvider clock)
{
    private const int MostRelated = 5;

    private DateOnly Today => WorkingDays.DayOf(clock.GetUtcNow());

    /// <summary>Shows the search page. Unknown filter values are ignored, so that an old link still works.</summary>
    [Function(nameof(GetLibrary))]
    public async Task<IResult> GetLibrary(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "bibliotheek")]
        HttpRequest request, CancellationToken cancellation)
    {
        var view = await shelf.ViewAsync(cancellation);
        return Page.Render<LibraryPage>(
            new { View = view, Result = view.Search(LibraryQuery.Read(request.Query).Query), Today });
    }

    [Function(nameof(GetLibraryItem))]
    public async Task<IResult> GetLibraryItem(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "bibliotheek/{id}")]
            HttpRequest request, string id, CancellationToken cancellation)
    {
        var view = await shelf.ViewAsync(cancellation);
        return view.Find(id) switch
        {
            LibraryAnswer answer => Render(view, answer),
            Experiment experiment => Page.Render<ExperimentItemPage>(new
            {
                Item = experiment,
                Case = view.Find(PublishedCase.IdOf(experiment.Number)) as PublishedCase,
                FrontRunners = Linked(view, experiment),
                Related = view.Related(experiment, MostRelated),
            }),
            FrontRunner runner => Results.Redirect(runner.Path, permanent: true),
            _ => view.Missing(request, id),
        };
    }

    [Function(nameof(GetFrontRunners))]
    public async Task<IResult> GetFrontRunners(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "koplopers")]
        HttpRequest request, CancellationToken cancellation) =>
        Page.Render<FrontRunnersPage>(new
        {
            Comparison = Comparison.Of((await shelf.ViewAsync(cancellation)).Items.OfType<FrontRunner>(),
                EnumNames.TryParseSlug<YieldKind>(request.Query["sorteer"], out var kind) ? kind : null),
        });

    [Function(nameof(GetFrontRunner))]
    public async Task<IResult> GetFrontRunner(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "koplopers/{id}")]
            HttpRequest request, string id, CancellationToken cancellation)
    {
        var view = await shelf.ViewAsync(cancellation);
        return view.Find(id) is FrontRunner runner
            ? Page.Render<FrontRunnerPage>(new
            {
                Item = runner,
                Linked = (IReadOnlyList<LibraryItem>)[.. view.Items.Where(item => item.FrontRunners.Contains(runner.Id))],
                Related = (IReadOnlyList<LibraryItem>)[.. RelatedTo(runner, view).Take(MostRelated)],
            })
            : view.Missing(request, id);
    }

    /// <summary>Shows the timeline of a published case, from report to effect.</summary>
    [Function(nameof(GetLineOfSight))]
    public async Task<IResult> GetLineOfSight(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "zaken/{zaaknummer}")]
            HttpRequest request, CaseNumber zaaknummer, CancellationToken cancellation)
    {
        var view = await shelf.ViewAsync(cancellation);
        var id = PublishedCase.IdOf(zaaknummer);
        return view.Find(id) is PublishedCase item ? Page.Render<LineOfSightPage>(new { Item = item })
            : view.Missing(request, id);
    }

    private IResult Render(LibraryView view, LibraryAnswer answer) => Page.Render<AnswerPage>(new
    {
        Item = answer,
        Shared = view.SharedBy(answer),
        Related = view.Related(answer, MostRelated),
        FrontRunners = Linked(view, answer),
        Combined = (IReadOnlyList<PublishedCase>)(answer is Factsheet sheet
            ? [.. sheet.Cases.Select(view.Find).OfType<PublishedCase>()]
            : []),
        Experiments = (IReadOnlyList<Experiment>)[.. view.Items.OfType<Experiment>()
            .Where(x => PublishedCase.IdOf(x.Number) == answer.Id)],
        Today,
    });

    private static IReadOnlyList<LibraryItem> Linked(LibraryView view, LibraryItem item) =>
        [.. item.FrontRunners.Select(view.Find).OfType<LibraryItem>()];

    /// <summary>Returns the initiatives related by a coordinator, then those with the same themes.</summary>
    private static IEnumerable<LibraryItem> RelatedTo(FrontRunner runner, LibraryView view) =>
        runner.Related.Select(view.Find).OfType<LibraryItem>()
            .Concat(view.Items.OfType<FrontRunner>()
                .Where(other => other.Id != runner.Id && other.Themes.Intersect(runner.Themes).Any()))
                .Distinct();
}
