using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Library.Publication;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Workbench;

/// <summary>The forms on the tab with the public text.</summary>
public sealed class PublicationPageFunctions(PublicationDesk desk, CaseStore store, CasePages pages)
{
    /// <summary>No text goes to the reporter and a colleague that was not looked at first: without the button under the preview, the preview comes.</summary>
    [Function(nameof(PostPublicationPage))]
    public async Task<IResult> PostPublicationPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/publicatie")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var by = request.Caller().AsActor();
        var form = await FormState.ReadAsync(request, cancellation);
        return form.Value("stap") switch
        {
            "goedkeuren" => await ActAsync((number, posted) => desk.ApproveAsync(by, number, VersionOf(posted), workflows, cancellation)),
            "delen" => await ActAsync((number, _) => desk.PublishAsync(by, number, workflows, cancellation)),
            "intrekken" => await ActAsync((number, posted) => desk.WithdrawAsync(by, number, posted.Value("reden"), workflows, cancellation)),
            "voorleggen" => await ActAsync((number, posted) => desk.DraftAsync(by, number, PublicationFormFields.Read(posted), workflows, cancellation)),
            _ => await PreviewAsync(request, zaaknummer, by, form, cancellation),
        };

        Task<IResult> ActAsync(Func<CaseNumber, FormState, Task<CommandResult>> act) =>
            pages.ActAsync(request, zaaknummer, CaseTabs.Publication, act, cancellation);
    }

    private async Task<IResult> PreviewAsync(HttpRequest request, string zaaknummer, Actor by, FormState form, CancellationToken cancellation)
    {
        if (CaseNumber.TryParse(zaaknummer, out var number) && await store.FindAsync(number, cancellation) is { } file)
        {
            foreach (var (field, error) in (await desk.ReviewAsync(by, file, PublicationFormFields.Read(form), cancellation)).Errors)
            {
                form.Refuse(field, error);
            }
        }

        return await pages.ShowAsync(request, zaaknummer, CaseTabs.Publication, cancellation, form);
    }

    private static int VersionOf(FormState form) =>
        int.TryParse(form.Value("versie"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
