using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.ContextAnalysis.CaseLinks;

/// <summary>The API of links between cases.</summary>
[RoutePolicy(Audience.Analyst)]
public sealed class CaseLinkFunctions(CaseLinkService service, TimeProvider clock)
{
    [Function(nameof(PostCaseLink))]
    public Task<IResult> PostCaseLink(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/verbanden")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ApiCommand.RunAsync<CaseLinkRequest>(request, body => service.LinkAsync(
            request.CommandContext(clock), zaaknummer, body.Number, KindOf(body.Kind), body.Reason, workflows, cancellation),
            CaseSummaryResponse.Of, cancellation);

    [Function(nameof(DeleteCaseLink))]
    public async Task<IResult> DeleteCaseLink(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "v1/zaken/{zaaknummer}/verbanden/{andere}")] HttpRequest request,
        CaseNumber zaaknummer, string andere, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        Api.Answer(await service.UnlinkAsync(request.CommandContext(clock), zaaknummer, andere, workflows, cancellation),
            CaseSummaryResponse.Of);

    /// <summary>Parses the kind from its word in the API and on the page.</summary>
    public static CaseLinkKind? KindOf(string? word) =>
        EnumNames.TryParseSlug<CaseLinkKind>(word, out var kind) ? kind : null;
}
