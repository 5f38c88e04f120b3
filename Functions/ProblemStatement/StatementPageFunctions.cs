using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.ProblemStatement;

/// <summary>Handles the forms on the tab with the problem statement.</summary>
[RoutePolicy(Audience.Analyst)]
public sealed class StatementPageFunctions(StatementService statements, ICasePages pages, TimeProvider clock)
{
    /// <summary>The tab, by the last part of its address.</summary>
    internal const string Tab = "probleemstelling";

    [Function(nameof(PostCaseStatement))]
    public async Task<IResult> PostCaseStatement(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/probleemstelling")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var context = request.CommandContext(clock);
        return (await FormState.ReadAsync(request, cancellation)).Value("actie") == "goedkeuren"
            ? await pages.ActAsync(
                request, zaaknummer, Tab, posted => statements.ApproveAsync(
                    context, zaaknummer, new ApproveStatement { Version = VersionOf(posted) }, workflows, cancellation),
                cancellation, done: ICasePages.Approved, goesOn: true)
            : await pages.ActAsync(request, zaaknummer, Tab, posted => posted.Value("actie") == "terugsturen"
                ? statements.ReturnAsync(
                    context, zaaknummer,
                    new ReturnStatement { Version = VersionOf(posted), Reason = posted.Value("reden") }, workflows,
                    cancellation)
                : statements.WriteAsync(
                    context, zaaknummer, new WriteStatement
                    {
                        Parts = StatementParts.All.ToDictionary(
                        part => part.Key, part => (string?)posted.Value(part.Key))
                    }, workflows,
                    cancellation), cancellation);
    }

    private static int? VersionOf(FormState form) => int.TryParse(form.Value("versie"), out var version) ? version : null;
}
