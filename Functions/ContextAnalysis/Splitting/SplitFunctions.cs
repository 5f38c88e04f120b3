using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.ContextAnalysis.Splitting;

/// <summary>The API that splits a report into several cases, and makes it one again.</summary>
[RoutePolicy(Audience.Analyst)]
public sealed class SplitFunctions(SplitService service, TimeProvider clock)
{
    [Function(nameof(PostReportSplit))]
    public async Task<IResult> PostReportSplit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/splitsingen")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var (body, fault) = await Api.ReadAsync<SplitRequest>(request, cancellation);
        return body is null ? fault!
            : Api.Answer(await service.SplitAsync(request.CommandContext(clock), zaaknummer,
                new SplitReport
                {
                    Parts = [.. (body.Parts ?? []).Select(part => new SplitPart(part?.Title, part?.Description, part?.Obstacle))],
                    Reason = body.Reason,
                },
                workflows, cancellation), SplitResponse.Of);
    }

    [Function(nameof(DeleteReportSplit))]
    public async Task<IResult> DeleteReportSplit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "v1/zaken/{zaaknummer}/splitsingen")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        Api.Answer(await service.UndoAsync(request.CommandContext(clock), zaaknummer, workflows, cancellation), SplitResponse.Of);
}
