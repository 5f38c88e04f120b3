using System.Net.Mime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Attachments;

/// <summary>The API for files of a case, for colleagues.</summary>
[RoutePolicy(Audience.Analyst)]
public sealed class CaseAttachmentFunctions(
    CaseStore store, AttachmentService attachments, FileDownloads downloads, AccessLog accesses, TimeProvider clock)
{
    private const string Route = "v1/zaken/{zaaknummer}/bijlagen";

    [Function(nameof(GetCaseAttachments))]
    public async Task<IResult> GetCaseAttachments(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, CaseNumber zaaknummer,
        CancellationToken cancellation) =>
        await store.FindAsync(zaaknummer, cancellation) is { } file
            ? Results.Json(AttachmentsResponse.Of(file, _ => true), Api.Json) : Api.NotFound();

    [Function(nameof(GetCaseAttachment))]
    [Produces(MediaTypeNames.Application.Octet)]
    public async Task<IResult> GetCaseAttachment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/{bijlage}")] HttpRequest request,
        CaseNumber zaaknummer, string bijlage, CancellationToken cancellation)
    {
        if (await store.FindAsync(zaaknummer, cancellation) is not { } file
            || await downloads.OfAsync(file, bijlage, cancellation) is not { } download)
        {
            return Api.NotFound();
        }

        await accesses.RecordAsync(zaaknummer, request.Caller().AsActor(), FilePageFunctions.Look, cancellation);
        return download;
    }

    [Function(nameof(DeleteCaseAttachment))]
    public async Task<IResult> DeleteCaseAttachment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Route + "/{bijlage}")] HttpRequest request,
        CaseNumber zaaknummer, string bijlage, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        Api.Answer(
            await attachments.RemoveAsync(request.CommandContext(clock), zaaknummer, bijlage, _ => true, workflows, cancellation),
            _ => Results.NoContent());
}
