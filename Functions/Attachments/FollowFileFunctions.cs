using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Attachments.Pages;
using RegelLoket.Cases;
using RegelLoket.Web;
using RegelLoket.Web.Uploads;

namespace RegelLoket.Attachments;

/// <summary>The reporter's own files: add, read back, take away. It needs only the number and the code.</summary>
[RoutePolicy(Audience.Public)]
public sealed class FollowFileFunctions(
    FollowedCases cases, AttachmentService attachments, FileDownloads downloads, TimeProvider clock)
{
    private const string Route = "volgen/bestanden";

    [Function(nameof(GetOwnFiles))]
    [RoutePolicy(Audience.Public, MaximumBodySize = UploadForm.MaximumSize, TakesFiles = true)]
    public async Task<IResult> GetOwnFiles(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        await cases.OpenOwnAsync(request, cancellation) is { File: var file }
            ? Page.Render<OwnFilesPage>(new { Case = file, Form = new FormState(), attachments.IsOpen })
            : ErrorResults.SessionEnded(request, SiteRoutes.Follow);

    [Function(nameof(PostOwnFiles))]
    [RoutePolicy(Audience.Public, MaximumBodySize = UploadForm.MaximumSize, TakesFiles = true)]
    public async Task<IResult> PostOwnFiles(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        if (await cases.OpenOwnAsync(request, cancellation) is not { File: var file })
        {
            return ErrorResults.SessionEnded(request, SiteRoutes.Follow);
        }

        var faults = new List<string>();
        var uploaded = UploadForm.Of(request);
        var files = uploaded.Files;
        foreach (var chosen in files)
        {
            switch (await attachments.AddAsync(request, CommandContext.OfReporter(clock), file.Number, chosen, from: null,
                workflows, cancellation))
            {
                case AttachmentResult.Added added:
                    file = added.Case;
                    break;
                case AttachmentResult.Refused refused:
                    faults.Add(UploadWords.Of(chosen.Name, refused.Fault));
                    break;
                case AttachmentResult.NotNow refused:
                    faults.Add(UploadWords.Of(chosen.Name, refused.Result));
                    break;
            }
        }

        faults.AddRange(UploadWords.OfPassedOver(uploaded));
        if (files.Count > 0 && faults.Count == 0)
        {
            return Page.SeeOther($"{AttachmentRoutes.Own}?gedaan=toegevoegd");
        }

        var form = new FormState();
        form.Refuse(OwnFilesPage.Field, files.Count == 0 ? UploadWords.NoneChosen : string.Join(" ", faults));
        return Page.Refuse<OwnFilesPage>(new { Case = file, Form = form, attachments.IsOpen });
    }

    [Function(nameof(PostOwnFileRemoval))]
    public async Task<IResult> PostOwnFileRemoval(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/weghalen")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        if (await cases.OpenOwnAsync(request, cancellation) is not { File: var file })
        {
            return ErrorResults.SessionEnded(request, SiteRoutes.Follow);
        }

        return await attachments.RemoveAsync(CommandContext.OfReporter(clock), file.Number, form.Value(OwnFilesPage.Field),
            IsOwn, workflows, cancellation) is CommandResult.Done
            ? Page.SeeOther($"{AttachmentRoutes.Own}?gedaan=weg") : ErrorResults.NotFound(request);
    }

    [Function(nameof(GetOwnFile))]
    public async Task<IResult> GetOwnFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/{bijlage}")] HttpRequest request,
        string bijlage, CancellationToken cancellation) =>
        await cases.OpenOwnAsync(request, cancellation) is not { File: var file }
            ? ErrorResults.SessionEnded(request, SiteRoutes.Follow)
            : (file.State.Attachment(bijlage) is { } own && IsOwn(own)
                ? await downloads.OfAsync(file, bijlage, cancellation) : null) ?? ErrorResults.NotFound(request);

    /// <summary>Whether a file is the reporter's own, and not a letter of a ministry.</summary>
    internal static bool IsOwn(CaseAttachment file) => file.From is null;
}
