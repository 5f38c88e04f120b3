using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Experiments.Pages;
using RegelLoket.Experiments.Participation;
using RegelLoket.Storage;
using RegelLoket.Web;
using RegelLoket.Web.CaseHistory;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Experiments;

/// <summary>The tab on which an experiment is started, and the page of each experiment.</summary>
[RoutePolicy(Audience.Analyst)]
public sealed class ExperimentPageFunctions(
    ExperimentService service, InvitationService invitations, CaseStore store, ICasePages pages, AccessLog accesses,
    TimeProvider clock)
{
    /// <summary>The tab, by the last part of its address.</summary>
    internal const string Tab = "experimenten";

    private const string Route = "werkbank/zaken/{zaaknummer}/experimenten";

    [Function(nameof(PostExperimentPage))]
    public Task<IResult> PostExperimentPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        pages.ActAsync(
            request, zaaknummer, Tab,
            form => service.StartAsync(
                request.CommandContext(clock), zaaknummer, ExperimentForms.Start(form), workflows, cancellation),
            cancellation);

    [Function(nameof(GetExperimentPage))]
    public async Task<IResult> GetExperimentPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/{nummer}")]
            HttpRequest request, CaseNumber zaaknummer, string nummer, CancellationToken cancellation)
    {
        if (await FindAsync(zaaknummer, nummer, cancellation) is not { } found)
        {
            return ErrorResults.NotFound(request);
        }

        await accesses.RecordAsync(found.Case.Number, request.Caller().AsActor(), Tab, cancellation);
        return Render(request, found.Case, found.Experiment, form: null, refusal: null, StatusCodes.Status200OK);
    }

    /// <summary>Handles every form on the page of an experiment, by the last part of its address.</summary>
    [Function(nameof(PostExperimentStep))]
    public async Task<IResult> PostExperimentStep(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{nummer}/{stap}")] HttpRequest request,
        CaseNumber zaaknummer, string nummer, string stap, [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        if (await FindAsync(zaaknummer, nummer, cancellation) is not { } found)
        {
            return ErrorResults.NotFound(request);
        }

        var context = request.CommandContext(clock);
        var (number, experiment) = (found.Case.Number, found.Experiment.Number);
        var form = await FormState.ReadAsync(request, cancellation);
        var result = stap switch
        {
            "stappen" =>
                await service.NoteAsync(context, number, experiment, ExperimentForms.Note(form), workflows, cancellation),
            "metingen" =>
                ExperimentForms.Measure(form) is var figures && !form.IsValid ? new CommandResult.Invalid(form.Errors)
                : await service.MeasureAsync(context, number, experiment, figures, workflows, cancellation),
            "afsluitingen" =>
                await service.EndAsync(context, number, experiment, ExperimentForms.End(form), workflows, cancellation),
            "teksten" =>
                await service.DraftAsync(context, number, experiment, ExperimentForms.Text(form), workflows, cancellation),
            "delingen" => await service.ShareAsync(context, number, experiment, VersionOf(form), workflows, cancellation),
            "intrekkingen" =>
                await service.WithdrawAsync(context, number, experiment, form.Value("reden"), workflows, cancellation),
            "uitnodigingen" => await invitations.InviteAsync(
                context, number, experiment, ExperimentForms.Invitation(form), workflows, cancellation),
            "link-intrekkingen" => await invitations.RevokeAsync(context, number, experiment, workflows, cancellation),
            "lezingen" => await invitations.ReadAsync(context, number, experiment, workflows, cancellation),
            _ => new CommandResult.NotFound(),
        };
        switch (result)
        {
            case CommandResult.Done:
                return Page.SeeOther(DeskRoutes.Experiment(number, experiment));
            case CommandResult.NotFound:
                return ErrorResults.NotFound(request);
            case CommandResult.Refused refused:
                found = await FindAsync(zaaknummer, nummer, cancellation) ?? found;
                form.IsRefused = true;
                form.Newer = refused.Unseen is { } unseen ? Timeline.NewerText(unseen) : null;
                return Render(request, found.Case, found.Experiment, form, refused.Reason, StatusCodes.Status409Conflict);
        }

        foreach (var (field, error) in ((CommandResult.Invalid)result).Errors)
        {
            form.Refuse(field, error);
        }

        return Render(request, found.Case, found.Experiment, form, refusal: null, StatusCodes.Status400BadRequest);
    }

    private static int? VersionOf(FormState form) =>
        int.TryParse(form.Value("versie"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    private async Task<(CaseFile Case, CaseExperiment Experiment)?> FindAsync(
        CaseNumber number, string nummer, CancellationToken cancellation) =>
        int.TryParse(nummer, NumberStyles.None, CultureInfo.InvariantCulture, out var experiment)
            && await store.FindAsync(number, cancellation) is { } file
            && file.State.Experiment(experiment) is { } found ? (file, found)
                : null;

    private static IResult Render(
        HttpRequest request, CaseFile file, CaseExperiment experiment, FormState? form, string? refusal,
        int status) =>
        Page.Render<ExperimentPage>(
            new { Case = file, Item = experiment, Viewer = request.Caller(), Form = form, Refusal = refusal },
            status);
}
