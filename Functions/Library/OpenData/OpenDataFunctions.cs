using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using RegelLoket.Library.Items;
using RegelLoket.Library.Search;
using RegelLoket.Web;

namespace RegelLoket.Library.OpenData;

/// <summary>
/// The library as open data: JSON and CSV with paging and filters, its catalogue record, the daily dump and the feed.
/// </summary>
[RoutePolicy(Audience.Public)]
public sealed class OpenDataFunctions(LibraryCache shelf, DumpStore dumps, IOptions<SiteOptions> site)
{
    [Function(nameof(GetPublishedCases))]
    [Produces("application/json", "text/csv")]
    public Task<IResult> GetPublishedCases(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/casussen")]
        HttpRequest request, CancellationToken cancellation) =>
        ListAsync(request, ItemKind.PublishedCase, LibraryRoutes.ApiCases, cancellation);

    [Function(nameof(GetPublishedCase))]
    public Task<IResult> GetPublishedCase(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/casussen/{id}")]
        HttpRequest request, string id, CancellationToken cancellation) =>
        ItemAsync(request, ItemKind.PublishedCase, id, cancellation);

    [Function(nameof(GetFactsheets))]
    [Produces("application/json", "text/csv")]
    public Task<IResult> GetFactsheets(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/factsheets")]
        HttpRequest request, CancellationToken cancellation) =>
        ListAsync(request, ItemKind.Factsheet, LibraryRoutes.ApiFactsheets, cancellation);

    [Function(nameof(GetFactsheet))]
    public Task<IResult> GetFactsheet(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/factsheets/{id}")]
        HttpRequest request, string id, CancellationToken cancellation) =>
        ItemAsync(request, ItemKind.Factsheet, id, cancellation);

    [Function(nameof(GetFrontRunnerData))]
    [Produces("application/json", "text/csv")]
    public Task<IResult> GetFrontRunnerData(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/koplopers")]
        HttpRequest request, CancellationToken cancellation) =>
        ListAsync(request, ItemKind.FrontRunner, LibraryRoutes.ApiFrontRunners, cancellation);

    [Function(nameof(GetFrontRunnerItem))]
    public Task<IResult> GetFrontRunnerItem(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/koplopers/{id}")]
        HttpRequest request, string id, CancellationToken cancellation) =>
        ItemAsync(request, ItemKind.FrontRunner, id, cancellation);

    [Function(nameof(GetExperimentData))]
    [Produces("application/json", "text/csv")]
    public Task<IResult> GetExperimentData(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/experimenten")]
        HttpRequest request, CancellationToken cancellation) =>
        ListAsync(request, ItemKind.Experiment, LibraryRoutes.ApiExperiments, cancellation);

    [Function(nameof(GetExperimentItem))]
    public Task<IResult> GetExperimentItem(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/experimenten/{id}")]
        HttpRequest request, string id, CancellationToken cancellation) =>
        ItemAsync(request, ItemKind.Experiment, id, cancellation);

    /// <summary>The DCAT record of the library.</summary>
    [Function(nameof(GetCatalogue))]
    [Produces("application/ld+json", "application/json")]
    public async Task<IResult> GetCatalogue(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/catalogus")]
        HttpRequest request, CancellationToken cancellation) =>
        OpenDataAnswer.Of(
            request, Catalogue.Write(await shelf.ViewAsync(cancellation), site.Value), Catalogue.ContentType);

    /// <summary>Returns all items in one archive, as of last night or of the last withdrawal.</summary>
    [Function(nameof(GetDump))]
    [Produces("application/zip")]
    public async Task<IResult> GetDump(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/catalogus/dump")]
        HttpRequest request, CancellationToken cancellation)
    {
        var view = await shelf.ViewAsync(cancellation);
        var dump = await dumps.FindAsync(view, cancellation)
            ?? await dumps.WriteAsync(view, site.Value.Address, cancellation);
        return OpenDataAnswer.Of(request, dump, "application/zip", "regelloket-bibliotheek.zip");
    }

    /// <summary>Writes the dump every night and at every withdrawal, so that it never has a withdrawn item.</summary>
    [Function(nameof(WriteDump))]
    public async Task WriteDump([TimerTrigger("0 30 2 * * *")] TimerInfo timer, CancellationToken cancellation) =>
        await dumps.WriteAsync(await shelf.ViewAsync(cancellation), site.Value.Address, cancellation);

    /// <summary>The feed; its readers ask hourly or so, and get an empty response while nothing is new.</summary>
    [Function(nameof(GetFeed))]
    public async Task<IResult> GetFeed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "bibliotheek/feed.atom")]
        HttpRequest request, CancellationToken cancellation) =>
        OpenDataAnswer.Of(request, Feed.Write(await shelf.ViewAsync(cancellation),
            LibraryQuery.Read(request.Query).Query with { Page = 1 }, site.Value.Address), Feed.ContentType);

    private async Task<IResult> ListAsync(HttpRequest request, ItemKind kind, string path, CancellationToken cancellation)
    {
        var (query, wrong) = OpenDataPage.Read(request);
        if (wrong.Any())
        {
            return Api.Invalid(wrong.ToDictionary(key => key, _ => "Deze waarde kennen we niet."));
        }

        var view = await shelf.ViewAsync(cancellation);
        var items = view.All(query with { Kind = kind }).ToList();
        if (OpenDataPage.WantsCsv(request))
        {
            return OpenDataAnswer.Of(request, ItemTable.Write(kind, items, site.Value.Address), Csv.ContentType,
                $"{path[(path.LastIndexOf('/') + 1)..]}.csv");
        }

        var page = OpenDataPage.Of(items, path, query);
        return OpenDataAnswer.OfJson(request, page with
        {
            Results = [.. page.Results.Cast<LibraryItem>().Select(item =>
                (object)JsonSerializer.SerializeToElement(item.At(site.Value.Address), LibraryJson.Options))],
        });
    }

    private async Task<IResult> ItemAsync(HttpRequest request, ItemKind kind, string id, CancellationToken cancellation)
    {
        var view = await shelf.ViewAsync(cancellation);
        return view.Find(id) is { } item && item.Kind == kind
            ? OpenDataAnswer.Of(request, LibraryJson.Write(item.At(site.Value.Address)), OpenDataAnswer.Json)
            : view.Missing(request, id);
    }
}
