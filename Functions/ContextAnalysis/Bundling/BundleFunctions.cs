using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.ContextAnalysis.Bundling;

/// <summary>The API of bonds between cases.</summary>
public sealed class BundleFunctions(BundleDesk desk)
{
    [Function(nameof(PostBond))]
    public async Task<IResult> PostBond(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/verbanden")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var (body, fault) = await Api.ReadAsync<BondRequest>(request, cancellation);
        return body is null ? fault!
            : !CaseNumber.TryParse(zaaknummer, out var number) ? Api.NotFound()
            : Api.Answer(await desk.BindAsync(request.Caller().AsActor(), number, body.Zaaknummer, KindOf(body.Soort), body.Reden, workflows, cancellation), CaseSummary.Of);
    }

    [Function(nameof(DeleteBond))]
    public async Task<IResult> DeleteBond(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "v1/zaken/{zaaknummer}/verbanden/{andere}")] HttpRequest request,
        string zaaknummer, string andere, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        CaseNumber.TryParse(zaaknummer, out var number)
            ? Api.Answer(await desk.UnbindAsync(request.Caller().AsActor(), number, andere, workflows, cancellation), CaseSummary.Of)
            : Api.NotFound();

    /// <summary>The kind by its word in the API and on the page.</summary>
    public static BundleKind? KindOf(string? word) => word switch { "verwant" => BundleKind.Related, "zelfde" => BundleKind.Same, _ => null };

    public sealed record BondRequest(string? Soort, string? Zaaknummer, string? Reden);
}
