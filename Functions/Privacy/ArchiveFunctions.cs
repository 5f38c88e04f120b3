using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Cases;
using RegelLoket.Privacy.Pages;
using RegelLoket.Storage;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Privacy;

/// <summary>A closed case as a package for the archive: the page with its contents, and the download.</summary>
[RoutePolicy(Audience.Analyst)]
public sealed class ArchiveFunctions(CaseStore store, AccessLog accesses, TimeProvider clock)
{
    private const string StillOpen = "De zaak loopt nog. Een archiefpakket maak je van een afgeronde zaak.";

    [Function(nameof(GetArchivePage))]
    public async Task<IResult> GetArchivePage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/zaken/{zaaknummer}/archief")]
            HttpRequest request, CaseNumber zaaknummer, CancellationToken cancellation) =>
        await store.FindAsync(zaaknummer, cancellation) switch
        {
            null => ErrorResults.NotFound(request),
            { State.IsOpen: true } file =>
                Page.Render<ArchivePage>(new { Case = file, Refusal = StillOpen }, StatusCodes.Status409Conflict),
            var file => Page.Render<ArchivePage>(new { Case = file, Files = await FilesAsync(file, cancellation) }),
        };

    [Function(nameof(GetArchiveFile))]
    public async Task<IResult> GetArchiveFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/zaken/{zaaknummer}/archiefpakket")]
            HttpRequest request, CaseNumber zaaknummer, CancellationToken cancellation) =>
        await store.FindAsync(zaaknummer, cancellation) switch
        {
            null => ErrorResults.NotFound(request),
            { State.IsOpen: true } => ErrorResults.For(request, StatusCodes.Status409Conflict, "Dat kan nu niet", StillOpen),
            var file => await PackageAsync(request, file, cancellation),
        };

    [Function(nameof(GetArchivePackage))]
    [Produces("application/zip")]
    public async Task<IResult> GetArchivePackage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/zaken/{zaaknummer}/archiefpakket")]
            HttpRequest request, CaseNumber zaaknummer, CancellationToken cancellation) =>
        await store.FindAsync(zaaknummer, cancellation) switch
        {
            null => Api.NotFound(),
            { State.IsOpen: true } => Api.Problem(StatusCodes.Status409Conflict, "Dat kan nu niet", StillOpen),
            var file => await PackageAsync(request, file, cancellation),
        };

    private async Task<IResult> PackageAsync(HttpRequest request, CaseFile file, CancellationToken cancellation)
    {
        await accesses.RecordAsync(file.Number, request.Caller().AsActor(), "archiefpakket", cancellation);
        return Results.Bytes(
            ArchivePackage.Zip(file.Number, await FilesAsync(file, cancellation), clock.GetUtcNow()), "application/zip",
            $"{file.Number}.zip");
    }

    /// <summary>
    /// Returns the files of the case. The stream ends at the version that was read, since a later event belongs to the
    /// next package.
    /// </summary>
    private async Task<IReadOnlyList<ArchivedFile>> FilesAsync(CaseFile file, CancellationToken cancellation) =>
        ArchivePackage.FilesOf(file, (await store.ReadStreamAsync(file.Number, cancellation) ?? [])[..(int)file.Position],
            clock.GetUtcNow());
}
