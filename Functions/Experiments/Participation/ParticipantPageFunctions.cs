using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Experiments.Participation.Pages;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Experiments.Participation;

/// <summary>
/// The pages of an organisation that does an experiment. A GET changes nothing, however often a mail scanner sends it;
/// every code that does not open an experiment gets the same page.
/// </summary>
[RoutePolicy(Audience.Public)]
public sealed class ParticipantPageFunctions(
    ParticipantService service, ParticipantSessions sessions, RateLimits limits, TimeProvider clock)
{
    [Function(nameof(GetParticipation))]
    public IResult GetParticipation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "experiment")] HttpRequest request) =>
        Page.Render<ParticipationPage>(new { Form = new FormState(), HasSession = sessions.Read(request) is not null });

    [Function(nameof(PostParticipation))]
    public async Task<IResult> PostParticipation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "experiment/openen")] HttpRequest request,
        CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        if (ParticipantCode.TryParse(form.Value("code"), out var code) && await service.OpenAsync(code, cancellation) is not null)
        {
            sessions.Write(request, code);
            return Page.SeeOther(ExperimentRoutes.Logbook);
        }

        if (!limits.TryWrongCode(request))
        {
            return ErrorResults.TooMany(request);
        }

        // The response does not show the secret again.
        var empty = new FormState();
        empty.Refuse("code", "Deze link werkt niet meer, of is niet helemaal gekopieerd. Vraag het loket om een nieuwe.");
        return Page.Refuse<ParticipationPage>(new { Form = empty, HasSession = false });
    }

    [Function(nameof(GetLogbookPage))]
    public async Task<IResult> GetLogbookPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "experiment/logboek")] HttpRequest request,
        CancellationToken cancellation) =>
        await OpenedAsync(request, cancellation) is var (_, file, experiment)
            ? Show(file, experiment, LogbookFields.Form(DraftOf(file, experiment)), StatusCodes.Status200OK,
                DraftOf(file, experiment), request.Query["gedaan"].ToString())
            : Page.SeeOther(ExperimentRoutes.Participation);

    [Function(nameof(PostLogbookPage))]
    public async Task<IResult> PostLogbookPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "experiment/logboek")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        if (await OpenedAsync(request, cancellation) is not var (code, file, experiment))
        {
            return ErrorResults.For(
                request, StatusCodes.Status404NotFound, "Je bent niet meer bij het experiment",
                "Je was lang weg, of de link werkt niet meer. Open de link uit de mail in een nieuw tabblad. Gaat het experiment "
                    + "daar open? Kom dan hier terug en verstuur opnieuw.");
        }

        // Whatever the button: first is kept what it does not send, and what it does not get sent.
        var action = form.Value(LogbookFields.Action);
        var typed = LogbookFields.DraftOf(form, clock.GetUtcNow());
        var keeping = await service.KeepAsync(
            code, typed, LogbookFields.Of(action), CommandRequest.Current?.SeenVersion, cancellation);
        if (keeping is not DraftKeeping.Kept kept)
        {
            return ShowUnkept(file, experiment, form, keeping);
        }

        if (action == LogbookFields.Keep)
        {
            return Page.SeeOther($"{ExperimentRoutes.Logbook}?gedaan={LogbookFields.Keep}");
        }

        var result = await SendAsync(form, action, code, workflows, cancellation);
        if (result is CommandResult.Done)
        {
            return Page.SeeOther($"{ExperimentRoutes.Logbook}?gedaan={action}");
        }

        return await service.KeepAsync(code, typed, sent: [], kept.Draft?.Version ?? 0, cancellation)
            is DraftKeeping.Outdated meanwhile
            ? ShowUnkept(file, experiment, form, meanwhile)
            : await ShowRefusedAsync(request, form, code, result, cancellation);
    }

    [Function(nameof(PostParticipationEnd))]
    public IResult PostParticipationEnd(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "experiment/klaar")] HttpRequest request)
    {
        sessions.End(request);
        return Page.SeeOther(ExperimentRoutes.Participation);
    }

    private async Task<CommandResult> SendAsync(
        FormState form, string action, ParticipantCode code, DurableTaskClient workflows, CancellationToken cancellation)
    {
        var sender = new LogbookSender(code, LogbookFields.Of(action));
        return action switch
        {
            LogbookFields.SaveStep => await service.NoteAsync(sender, ExperimentForms.Note(form), workflows, cancellation),
            LogbookFields.SaveFigures => ExperimentForms.Measure(form) is var figures && !form.IsValid
                ? new CommandResult.Invalid(form.Errors)
                : await service.MeasureAsync(sender, figures, workflows, cancellation),
            LogbookFields.Finish => await service.EndAsync(sender, ExperimentForms.End(form), workflows, cancellation),
            _ => new CommandResult.Invalid(new Dictionary<string, string>
            {
                [LogbookFields.Action] = "Kies wat je wilt bewaren.",
            }),
        };
    }

    private static IResult ShowUnkept(CaseFile file, CaseExperiment experiment, FormState form, DraftKeeping keeping)
    {
        if (keeping is DraftKeeping.Outdated { Newer: var newer })
        {
            form.Refuse(LogbookFields.Action, NewerText.Refusal);
            form.Newer = new NewerText("Een collega", newer.SavedAt, LogbookFields.Form(newer).Texts(_ => true));
            return Show(file, experiment, form, StatusCodes.Status409Conflict, newer);
        }

        form.Refuse(((DraftKeeping.Invalid)keeping).Errors);
        return Show(file, experiment, form, StatusCodes.Status400BadRequest, DraftOf(file, experiment));
    }

    private async Task<IResult> ShowRefusedAsync(
        HttpRequest request, FormState form, ParticipantCode code, CommandResult result, CancellationToken cancellation)
    {
        if (await service.OpenAsync(code, cancellation) is not var (file, experiment))
        {
            return ErrorResults.NotFound(request);
        }

        var kept = DraftOf(file, experiment);
        form.With(FormFields.Version, $"{kept?.Version ?? 0}");
        if (result is CommandResult.Invalid invalid)
        {
            form.Refuse(invalid.Errors);
            return Show(file, experiment, form, StatusCodes.Status400BadRequest, kept);
        }

        form.Refuse(LogbookFields.Action, result is CommandResult.Refused refused ? refused.Reason : "Dat kan nu niet.");
        form.IsRefused = true;
        return Show(file, experiment, form, StatusCodes.Status409Conflict, kept);
    }

    private static LogbookDraft? DraftOf(CaseFile file, CaseExperiment experiment) =>
        file.Private.Participants.GetValueOrDefault(experiment.Number)?.Draft;

    private async Task<(ParticipantCode Code, CaseFile File, CaseExperiment Experiment)?> OpenedAsync(
        HttpRequest request, CancellationToken cancellation) =>
        sessions.Read(request) is { } code && await service.OpenAsync(code, cancellation) is var (file, experiment)
            ? (code, file, experiment) : null;

    private static IResult Show(
        CaseFile file, CaseExperiment experiment, FormState form, int status, LogbookDraft? draft, string done = "") =>
        Page.Render<LogbookPage>(new
        {
            Case = file,
            Item = experiment,
            Form = form,
            Draft = draft,
            Done = done,
        }, status);
}
