using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;
using RegelLoket.Workbench.Pages;

namespace RegelLoket.Workbench;

/// <summary>A case as one document to print, and the log of its views.</summary>
[RoutePolicy(Audience.Analyst)]
public sealed class DossierFunctions(CaseStore store, AccessLog accesses)
{
    [Function(nameof(GetDossier))]
    public async Task<IResult> GetDossier(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/zaken/{zaaknummer}/dossier")]
            HttpRequest request, CaseNumber zaaknummer, CancellationToken cancellation)
    {
        if (await store.FindAsync(zaaknummer, cancellation) is not { } file)
        {
            return ErrorResults.NotFound(request);
        }

        await accesses.RecordAsync(file, request.Caller().AsActor(), "dossier", cancellation);
        return Page.Render<DossierPage>(new { Case = file });
    }

    [Function(nameof(GetAccessPage))]
    public async Task<IResult> GetAccessPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/zaken/{zaaknummer}/inzage")]
            HttpRequest request, CaseNumber zaaknummer, CancellationToken cancellation) =>
        await store.FindAsync(zaaknummer, cancellation) is { } file
            ? Page.Render<AccessPage>(new { Case = file, Accesses = await accesses.OfAsync(file.Number, cancellation) })
            : ErrorResults.NotFound(request);

    [Function(nameof(GetAccesses))]
    public async Task<IResult> GetAccesses(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/zaken/{zaaknummer}/inzagen")]
            HttpRequest request, CaseNumber zaaknummer, CancellationToken cancellation) =>
        await store.FindAsync(zaaknummer, cancellation) is { } file
            ? Results.Json(
                new CaseAccessesResponse(file.Number, (await accesses.OfAsync(file.Number, cancellation))
                    .Select(a => new CaseAccessResponse(a.At, a.By.Role, a.By.Name, a.By.Id, a.What))),
                Api.Json)
            : Api.NotFound();
}
