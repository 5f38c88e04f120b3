using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Workbench;

/// <summary>The pages of one case; the forms on them belong to the steps.</summary>
[RoutePolicy(Audience.Analyst)]
public sealed class CasePageFunctions(CasePages pages, IEnumerable<CaseTab> tabs)
{
    [Function(nameof(GetCasePage))]
    public Task<IResult> GetCasePage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/zaken/{zaaknummer}")]
            HttpRequest request, CaseNumber zaaknummer, CancellationToken cancellation) =>
        pages.ShowAsync(request, zaaknummer, tabs.MinBy(tab => tab.Order)!.Slug, cancellation);

    [Function(nameof(GetCaseTab))]
    public Task<IResult> GetCaseTab(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/zaken/{zaaknummer}/{tab}")] HttpRequest request,
        CaseNumber zaaknummer, string tab, CancellationToken cancellation) =>
        pages.ShowAsync(request, zaaknummer, tab, cancellation);
}
