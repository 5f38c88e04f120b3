using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Attachments;

/// <summary>The files of a case on the workbench; each look at one is logged.</summary>
[RoutePolicy(Audience.Analyst)]
public sealed class FilePageFunctions(
    CaseStore store, AttachmentService attachments, FileDownloads downloads, AccessLog accesses, ICasePages pages, TimeProvider clock)
{
    /// <summary>The slug of the tab on the case page.</summary>
    internal const string Tab = "bestanden";

    /// <summary>The name of a look at a file in the log of who looked.</summary>
    internal const string Look = "bestand";

    [Function(nameof(GetCaseFilePage))]
    public async Task<IResult> GetCaseFilePage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/zaken/{zaaknummer}/bestanden/{bijlage}")]
            HttpRequest request, CaseNumber zaaknummer, string bijlage, CancellationToken cancellation)
    {
        if (await store.FindAsync(zaaknummer, cancellation) is not { } file
            || await downloads.OfAsync(file, bijlage, cancellation) is not { } download)
        {
            return ErrorResults.NotFound(request);
        }

        await accesses.RecordAsync(zaaknummer, request.Caller().AsActor(), Look, cancellation);
        return download;
    }

    [Function(nameof(PostCaseFileRemovalPage))]
    public Task<IResult> PostCaseFileRemovalPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/bestanden/weghalen")]
            HttpRequest request, CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        pages.ActAsync(request, zaaknummer, Tab, form => attachments.RemoveAsync(
            request.CommandContext(clock), zaaknummer, form.Value(Look), _ => true, workflows, cancellation), cancellation);
}
