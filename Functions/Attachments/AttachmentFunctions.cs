using System.Net.Mime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Attachments;

/// <summary>The API for files of the reporter, by number and code.</summary>
[RoutePolicy(Audience.Public)]
public sealed class AttachmentFunctions(
    FollowedCases cases, AttachmentService attachments, FileDownloads downloads, TimeProvider clock)
{
    private const string Route = "v1/meldingen/{zaaknummer}/bijlagen";
    private const string CodeHeader = "Volgcode";

    [Function(nameof(PostAttachment))]
    [RoutePolicy(Audience.Public, MaximumBodySize = FileAnswers.MaximumBody, TakesFiles = true)]
    public async Task<IResult> PostAttachment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string zaaknummer,
        [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        if (await OwnAsync(request, zaaknummer, cancellation) is not { } own)
        {
            return Api.NotFound();
        }

        var file = await FileAnswers.ReadAsync(request, cancellation);
        var result = await attachments.AddAsync(
            request, CommandContext.OfReporter(clock), own.Number, file, from: null, workflows, cancellation);
        return FileAnswers.Of(result, added => Api.Created(
            AttachmentRoutes.ApiOwnFile(own.Number, added.Attachment.Id), AttachmentResponse.Of(added.Case, added.Attachment)));
    }

    [Function(nameof(GetAttachments))]
    [RoutePolicy(Audience.Public, MaximumBodySize = FileAnswers.MaximumBody, TakesFiles = true)]
    public async Task<IResult> GetAttachments(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string zaaknummer,
        CancellationToken cancellation) =>
        await OwnAsync(request, zaaknummer, cancellation) is { } own
            ? Results.Json(AttachmentsResponse.Of(own, FollowFileFunctions.IsOwn), Api.Json) : Api.NotFound();

    [Function(nameof(GetAttachment))]
    [Produces(MediaTypeNames.Application.Octet)]
    public async Task<IResult> GetAttachment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/{bijlage}")] HttpRequest request,
        string zaaknummer, string bijlage, CancellationToken cancellation) =>
        await OwnAsync(request, zaaknummer, cancellation) is { } own && own.State.Attachment(bijlage) is { } file
            && FollowFileFunctions.IsOwn(file) ? await downloads.OfAsync(own, bijlage, cancellation) ?? Api.NotFound() : Api.NotFound();

    [Function(nameof(DeleteAttachment))]
    public async Task<IResult> DeleteAttachment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Route + "/{bijlage}")] HttpRequest request,
        string zaaknummer, string bijlage, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        await OwnAsync(request, zaaknummer, cancellation) is { } own
            ? Api.Answer(
                await attachments.RemoveAsync(CommandContext.OfReporter(clock), own.Number, bijlage, FollowFileFunctions.IsOwn,
                    workflows, cancellation), _ => Results.NoContent())
            : Api.NotFound();

    private async Task<CaseFile?> OwnAsync(HttpRequest request, string number, CancellationToken cancellation) =>
        (await cases.OpenOwnAsync(number, request.Headers[CodeHeader], cancellation))?.File;
}
