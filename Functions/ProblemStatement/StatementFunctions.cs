using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.ProblemStatement;

/// <summary>The API of the problem statement: write, return or approve a version.</summary>
[RoutePolicy(Audience.Analyst)]
public sealed class StatementFunctions(StatementService service, TimeProvider clock)
{
    [Function(nameof(PutStatement))]
    public Task<IResult> PutStatement(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/zaken/{zaaknummer}/probleemstelling")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ApiCommand.RunAsync<StatementRequest>(request, body => service.WriteAsync(
            request.CommandContext(clock), zaaknummer, body.ToCommand(), workflows, cancellation),
            StatementResponse.Newest, cancellation);

    [Function(nameof(PostReturn))]
    public Task<IResult> PostReturn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/probleemstelling/terugzendingen")]
            HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ApiCommand.RunAsync<ReturnRequest>(request, body => service.ReturnAsync(
            request.CommandContext(clock), zaaknummer,
            new ReturnStatement { Version = body.Version, Reason = body.Reason }, workflows, cancellation),
            CaseSummaryResponse.Of, cancellation);

    [Function(nameof(PostApproval))]
    public async Task<IResult> PostApproval(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/goedkeuringen")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var (body, fault) = await Api.ReadAsync<ApprovalRequest>(request, cancellation);
        return body switch
        {
            null => fault!,
            { Part: "probleemstelling" } => Api.Answer(
                await service.ApproveAsync(
                    request.CommandContext(clock), zaaknummer, new ApproveStatement { Version = body.Version },
                    workflows, cancellation), CaseSummaryResponse.Of),
            _ => Api.Invalid("onderdeel", "Kies wat je goedkeurt: probleemstelling."),
        };
    }
}
