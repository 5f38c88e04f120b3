using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Web;
using RegelLoket.Web.Components;
using RegelLoket.Web.Handouts;

namespace RegelLoket.Outcome;

/// <summary>The outcome on one A4, as a page to print and as a PDF: for the reporter, and for colleagues as a preview.</summary>
public sealed class OutcomeHandoutFunctions(
    FollowedCases followed, CaseStore store, IOptions<SiteOptions> site, TimeProvider clock)
{
    private const string CodeHeader = "Volgcode";

    [Function(nameof(GetHandout))]
    [RoutePolicy(Audience.Public)]
    public Task<IResult> GetHandout(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "volgen/op-papier")]
        HttpRequest request, CancellationToken cancellation) =>
        OfReporterAsync(request, handout => ShowPage(handout, Section.Follow, SiteRoutes.FollowedCase), cancellation);

    [Function(nameof(GetHandoutFile))]
    [RoutePolicy(Audience.Public)]
    public Task<IResult> GetHandoutFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "volgen/op-papier.pdf")]
        HttpRequest request, CancellationToken cancellation) =>
        OfReporterAsync(request, ShowFile, cancellation);

    [Function(nameof(GetDeskHandout))]
    [RoutePolicy(Audience.Analyst)]
    public Task<IResult> GetDeskHandout(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/zaken/{zaaknummer}/oplossing/op-papier")]
            HttpRequest request, CaseNumber zaaknummer, CancellationToken cancellation) =>
        OfCaseAsync(
            request, zaaknummer, handout => ShowPage(handout, Section.Workbench, OutcomeRoutes.Outcome(zaaknummer)), cancellation);

    [Function(nameof(GetDeskHandoutFile))]
    [RoutePolicy(Audience.Analyst)]
    public Task<IResult> GetDeskHandoutFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/zaken/{zaaknummer}/oplossing/op-papier.pdf")]
            HttpRequest request, CaseNumber zaaknummer, CancellationToken cancellation) =>
        OfCaseAsync(request, zaaknummer, ShowFile, cancellation);

    [Function(nameof(GetReportHandout))]
    [RoutePolicy(Audience.Public)]
    [Produces(HandoutPdf.ContentType)]
    public async Task<IResult> GetReportHandout(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/meldingen/{zaaknummer}/op-papier")]
            HttpRequest request, string zaaknummer, CancellationToken cancellation) =>
        await followed.OpenOwnAsync(zaaknummer, request.Headers[CodeHeader], cancellation) is { } known
            && OutcomeHandout.Of(known.File, OutcomeRoutes.Handout) is { } handout ? ShowFile(handout) : Api.NotFound();

    private async Task<IResult> OfReporterAsync(HttpRequest request, Func<Handout, IResult> show, CancellationToken cancellation) =>
        await followed.OpenOwnAsync(request, cancellation) is not { } known
            ? ErrorResults.SessionEnded(request, SiteRoutes.Follow)
            : OutcomeHandout.Of(known.File, OutcomeRoutes.Handout) is { } handout ? show(handout) : ErrorResults.NotFound(request);

    private async Task<IResult> OfCaseAsync(
        HttpRequest request, CaseNumber number, Func<Handout, IResult> show, CancellationToken cancellation) =>
        await store.FindAsync(number, cancellation) is { } file
            && OutcomeHandout.Of(file, OutcomeRoutes.DeskHandout(number)) is { } handout
            ? show(handout) : ErrorResults.NotFound(request);

    private static IResult ShowPage(Handout handout, Section section, string back) =>
        Page.Render<HandoutPage>(new { Handout = handout, Section = section, Back = back });

    private IResult ShowFile(Handout handout) => HandoutAnswer.Pdf(handout, site.Value, clock.GetUtcNow());
}
