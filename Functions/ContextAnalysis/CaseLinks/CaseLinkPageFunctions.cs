using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.ContextAnalysis.CaseLinks;

/// <summary>The form with which a case is linked to another, or merged with it.</summary>
[RoutePolicy(Audience.Analyst)]
public sealed class CaseLinkPageFunctions(CaseLinkService links, ICasePages pages, TimeProvider clock)
{
    [Function(nameof(PostCaseLinkPage))]
    public Task<IResult> PostCaseLinkPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/verbanden")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        pages.ActAsync(
            request, zaaknummer, AnalysisPageFunctions.ReportTab,
            form => form.Value("actie") == "los"
                ? links.UnlinkAsync(request.CommandContext(clock), zaaknummer, form.Value("verbonden"), workflows, cancellation)
                : links.LinkAsync(
                    request.CommandContext(clock), zaaknummer, form.Value("verbonden"), CaseLinkFunctions.KindOf(form.Value("soort")),
                    form.Value("verbandreden"), workflows, cancellation),
            cancellation, fieldNames: new() { ["zaaknummer"] = "verbonden", ["reden"] = "verbandreden" });
}
