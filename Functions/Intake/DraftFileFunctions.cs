using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Attachments;
using RegelLoket.Cases;
using RegelLoket.Intake.Drafts;
using RegelLoket.Intake.Pages;
using RegelLoket.Web;
using RegelLoket.Web.Uploads;

namespace RegelLoket.Intake;

/// <summary>The page of the form with the files: they are kept with the draft, also when it is resumed elsewhere.</summary>
[RoutePolicy(Audience.Public)]
public sealed class DraftFileFunctions(DraftStore drafts, DraftFiles files)
{
    private const string Route = "melden/bestanden";

    [Function(nameof(GetDraftFiles))]
    [RoutePolicy(Audience.Public, MaximumBodySize = UploadForm.MaximumSize, TakesFiles = true)]
    public async Task<IResult> GetDraftFiles(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        await OpenAsync(request, cancellation) is var (_, draft)
            ? Page.Render<DraftFilesPage>(new { Draft = draft, Form = new FormState() }) : Elsewhere();

    [Function(nameof(PostDraftFiles))]
    [RoutePolicy(Audience.Public, MaximumBodySize = UploadForm.MaximumSize, TakesFiles = true)]
    public async Task<IResult> PostDraftFiles(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, CancellationToken cancellation)
    {
        if (await OpenAsync(request, cancellation) is not var (code, _))
        {
            return Elsewhere();
        }

        var faults = new List<string>();
        var uploaded = UploadForm.Of(request);
        var chosen = uploaded.Files;
        foreach (var file in chosen)
        {
            if (await files.AddAsync(request, code, file, cancellation) is { } fault)
            {
                faults.Add(fault);
            }
        }

        faults.AddRange(UploadWords.OfPassedOver(uploaded));
        if (chosen.Count > 0 && faults.Count == 0)
        {
            return Page.SeeOther(IntakeRoutes.Files);
        }

        var form = new FormState();
        form.Refuse(DraftFilesPage.Field, chosen.Count == 0 ? UploadWords.NoneChosen : string.Join(" ", faults));
        return await OpenAsync(request, cancellation) is var (_, draft)
            ? Page.Refuse<DraftFilesPage>(new { Draft = draft, Form = form }) : Elsewhere();
    }

    [Function(nameof(PostDraftFileRemoval))]
    public async Task<IResult> PostDraftFileRemoval(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/weghalen")] HttpRequest request,
        CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        if (await OpenAsync(request, cancellation) is not var (code, _))
        {
            return Elsewhere();
        }

        await files.RemoveAsync(code, form.Value(DraftFilesPage.Field), cancellation);
        return Page.SeeOther(IntakeRoutes.Files);
    }

    private async Task<(FollowCode Code, Draft Draft)?> OpenAsync(HttpRequest request, CancellationToken cancellation) =>
        DraftCookie.Read(request) is { } code && await drafts.FindAsync(code, cancellation) is { Sent: null } draft
            ? (code, draft) : null;

    /// <summary>The start page knows where a draft goes on, and that there is none.</summary>
    private static IResult Elsewhere() => Page.SeeOther(SiteRoutes.Report);
}
