using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Cases;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;
using RegelLoket.Workbench.Pages;

namespace RegelLoket.Workbench;

/// <summary>A case as one document to print, and who saw the case.</summary>
public sealed class DossierFunctions(CaseStore store, AccessLog accesses)
{
    [Function(nameof(GetDossier))]
    public async Task<IResult> GetDossier(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/zaken/{zaaknummer}/dossier")] HttpRequest request, string zaaknummer, CancellationToken cancellation)
    {
        if (await FindAsync(zaaknummer, cancellation) is not { } file)
        {
            return Answers.NotFound(request);
        }

        await accesses.RecordAsync(file.Number, request.Caller().AsActor(), "dossier", cancellation);
        return Page.Render<DossierPage>(new { Case = file });
    }

    [Function(nameof(GetAccessPage))]
    public async Task<IResult> GetAccessPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/zaken/{zaaknummer}/inzage")] HttpRequest request, string zaaknummer, CancellationToken cancellation) =>
        await FindAsync(zaaknummer, cancellation) is { } file
            ? Page.Render<AccessPage>(new { Case = file, Accesses = await accesses.OfAsync(file.Number, cancellation) })
            : Answers.NotFound(request);

    [Function(nameof(GetAccesses))]
    public async Task<IResult> GetAccesses(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/zaken/{zaaknummer}/inzagen")] HttpRequest request, string zaaknummer, CancellationToken cancellation) =>
        await FindAsync(zaaknummer, cancellation) is { } file
            ? Results.Json(
                new { zaaknummer = file.Number, inzagen = (await accesses.OfAsync(file.Number, cancellation)).Select(a => new { op = a.At, rol = a.By.Role, naam = a.By.Name, onderdeel = a.What }) },
                Api.Json)
            : Api.NotFound();

    private async Task<CaseFile?> FindAsync(string zaaknummer, CancellationToken cancellation) =>
        CaseNumber.TryParse(zaaknummer, out var number) ? await store.FindAsync(number, cancellation) : null;
}
