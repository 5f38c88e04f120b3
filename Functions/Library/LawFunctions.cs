using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Library.Items;
using RegelLoket.Library.Laws;
using RegelLoket.Library.OpenData;
using RegelLoket.Library.Pages;
using RegelLoket.Library.Search;
using RegelLoket.Web;

namespace RegelLoket.Library;

/// <summary>The publications on each law and other rule: the pages, the feed of each, and the same as open data.</summary>
[RoutePolicy(Audience.Public)]
public sealed class LawFunctions(LibraryCache shelf, LawBook laws, IOptions<SiteOptions> site, TimeProvider clock)
{
    [Function(nameof(GetLaws))]
    public async Task<IResult> GetLaws(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "bibliotheek/wetten")]
        HttpRequest request, CancellationToken cancellation) =>
        Page.Render<LawsPage>(new { Laws = laws.All(await shelf.ViewAsync(cancellation)) });

    [Function(nameof(GetLaw))]
    public async Task<IResult> GetLaw(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "bibliotheek/wetten/{id}")]
            HttpRequest request, string id, CancellationToken cancellation)
    {
        var canonical = LawId.Canonical(id);
        if (canonical != id && canonical.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-'))
        {
            return Results.Redirect(SiteRoutes.Law(canonical), permanent: true);
        }

        var view = await shelf.ViewAsync(cancellation);
        return laws.Find(view, id) is { } law ? Page.Render<LawPage>(new
        {
            View = view,
            Law = law,
            Record = laws.Describe(view, law),
            LibraryQuery.Read(request.Query).Query.Page,
            Today = WorkingDays.DayOf(clock.GetUtcNow()),
        }) : ErrorResults.NotFound(request);
    }

    [Function(nameof(GetLawFeed))]
    public async Task<IResult> GetLawFeed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "bibliotheek/wetten/{id}/feed.atom")]
            HttpRequest request, string id, CancellationToken cancellation)
    {
        var view = await shelf.ViewAsync(cancellation);
        return laws.Find(view, LawId.Canonical(id)) is { } law
            ? OpenDataAnswer.Of(request, Feed.Write(view, law, site.Value.Address), Feed.ContentType)
            : ErrorResults.NotFound(request);
    }

    [Function(nameof(GetLawData))]
    [Produces("application/json", "text/csv")]
    public async Task<IResult> GetLawData(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/wetten")]
        HttpRequest request, CancellationToken cancellation)
    {
        var (query, wrong) = OpenDataPage.Read(request);
        if (wrong.Any())
        {
            return Api.Invalid(wrong.ToDictionary(key => key, _ => "Deze waarde kennen we niet."));
        }

        var all = laws.All(await shelf.ViewAsync(cancellation));
        return OpenDataPage.WantsCsv(request) ? OpenDataAnswer.Of(request, LawTable.Write(all), Csv.ContentType, "wetten.csv")
            : OpenDataAnswer.OfJson(request, OpenDataPage.Of(all, LibraryRoutes.ApiLaws, new LibraryQuery { Page = query.Page }));
    }

    [Function(nameof(GetLawRecord))]
    public async Task<IResult> GetLawRecord(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/wetten/{id}")]
            HttpRequest request, string id, CancellationToken cancellation)
    {
        var view = await shelf.ViewAsync(cancellation);
        return laws.Find(view, LawId.Canonical(id)) is { } law
            ? OpenDataAnswer.OfJson(request, laws.Describe(view, law)) : ErrorResults.NotFound(request);
    }
}
