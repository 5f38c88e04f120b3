using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Library.Publication;

/// <summary>Handles the forms on the tab with the public text.</summary>
[RoutePolicy(Audience.Analyst)]
public sealed class PublicationPageFunctions(PublicationService service, CaseStore store, ICasePages pages, TimeProvider clock)
{
    /// <summary>The tab, by the last part of its address.</summary>
    internal const string Tab = "publicatie";

    /// <summary>The value of the button that decides not to share.</summary>
    internal const string DeclineStep = "niet-delen";

    /// <summary>The value of the button that drops the newer version, so that the public one stays.</summary>
    internal const string DropStep = "laten-staan";

    /// <summary>The value of the button under the preview, which sends the text to the reporter and a colleague.</summary>
    internal const string ProposeStep = "voorleggen";

    /// <summary>
    /// Saves a text only from under a preview of that very text, so that it was looked at before it goes to the reporter;
    /// a text that was changed since, like any other button, shows the preview.
    /// </summary>
    [Function(nameof(PostPublicationPage))]
    public async Task<IResult> PostPublicationPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/publicatie")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var context = request.CommandContext(clock);
        var form = await FormState.ReadAsync(request, cancellation);
        return form.Value("stap") switch
        {
            "goedkeuren" =>
                await ActAsync(posted => ApproveAsync(context, zaaknummer, VersionOf(posted), workflows, cancellation)),
            DropStep => await ActAsync(posted => service.DropAsync(context, zaaknummer, VersionOf(posted), workflows, cancellation)),
            "delen" => await ActAsync(_ => service.PublishAsync(context, zaaknummer, workflows, cancellation)),
            "intrekken" => await ActAsync(
                posted => service.WithdrawAsync(context, zaaknummer, posted.Value("reden"), workflows, cancellation)),
            DeclineStep => await ActAsync(
                posted => service.DeclineAsync(
                    context, zaaknummer, PublicationFormFields.ReadDecline(posted), workflows, cancellation)),
            ProposeStep when PreviewMark.Holds(form, PublicationFormFields.Read(form)) => await ActAsync(
                posted =>
                    service.DraftAsync(context, zaaknummer, PublicationFormFields.Read(posted), workflows, cancellation)),
            _ => await PreviewAsync(request, zaaknummer, context, form, cancellation),
        };

        Task<IResult> ActAsync(Func<FormState, Task<CommandResult>> act) =>
            pages.ActAsync(request, zaaknummer, Tab, act, cancellation);
    }

    /// <summary>
    /// Approves, and shares at once where nobody is left to wait for. Each is a command of its own: what cannot be
    /// shared now was approved all the same, and the page says what it waits for.
    /// </summary>
    private async Task<CommandResult> ApproveAsync(
        CommandContext context, CaseNumber number, int version, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        var approved = await service.ApproveAsync(context, number, version, workflows, cancellation);
        if (approved is not CommandResult.Done { Case: var file } || PublicationRules.WhyNot(file, context.Today) is not null)
        {
            return approved;
        }

        CommandRequest.Current?.For("delen").Begin();
        return await service.PublishAsync(context, number, workflows, cancellation) is CommandResult.Done shared
            ? shared : approved;
    }

    private async Task<IResult> PreviewAsync(HttpRequest request, CaseNumber number, CommandContext context, FormState form,
        CancellationToken cancellation)
    {
        if (await store.FindAsync(number, cancellation) is { } file)
        {
            var review = await service.ReviewAsync(context, file, PublicationFormFields.Read(form), cancellation);
            foreach (var (field, error) in review.Errors)
            {
                form.Refuse(field, error);
            }
        }

        return await pages.ShowAsync(request, number, Tab, cancellation, form);
    }

    private static int VersionOf(FormState form) =>
        int.TryParse(form.Value("versie"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
