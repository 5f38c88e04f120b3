using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Experiments.Participation;
using RegelLoket.Storage;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Experiments;

/// <summary>The API for experiments on a case.</summary>
[RoutePolicy(Audience.Analyst)]
public sealed class ExperimentFunctions(
    ExperimentService service, InvitationService invitations, CaseStore store, TimeProvider clock)
{
    private const string Route = "v1/zaken/{zaaknummer}/experimenten";

    [Function(nameof(GetExperiments))]
    public async Task<IResult> GetExperiments(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, CaseNumber zaaknummer,
        CancellationToken cancellation) =>
        await store.FindAsync(zaaknummer, cancellation) is { } file
            ? Results.Json(
                new ExperimentsResponse([.. file.State.Experiments.Select(x => ExperimentResponse.Of(file, x))]), Api.Json)
            : Api.NotFound();

    [Function(nameof(PostExperiment))]
    public async Task<IResult> PostExperiment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var (input, fault) = await Api.ReadAsync<ExperimentRequest>(request, cancellation);
        return input is null ? fault!
            : Api.Answer(await service.StartAsync(request.CommandContext(clock), zaaknummer, input, workflows, cancellation),
                file => Api.Created(ExperimentRoutes.ApiExperiment(zaaknummer, file.State.Experiments[^1].Number),
                    ExperimentResponse.Of(file, file.State.Experiments[^1])));
    }

    [Function(nameof(GetExperiment))]
    public async Task<IResult> GetExperiment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/{nummer}")]
            HttpRequest request, CaseNumber zaaknummer, string nummer, CancellationToken cancellation) =>
        NumberOf(nummer) is { } experiment && await store.FindAsync(zaaknummer, cancellation) is { } file
            && file.State.Experiment(experiment) is { } found
            ? Results.Json(ExperimentResponse.Of(file, found), Api.Json)
            : Api.NotFound();

    [Function(nameof(PostExperimentNote))]
    public Task<IResult> PostExperimentNote(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{nummer}/stappen")] HttpRequest request,
        CaseNumber zaaknummer, string nummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync<ExperimentNoteRequest>(
            request, zaaknummer, nummer, (context, number, x, input, client, token) =>
                service.NoteAsync(context, number, x, input, client, token), workflows, cancellation);

    [Function(nameof(PostExperimentMeasure))]
    public Task<IResult> PostExperimentMeasure(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{nummer}/metingen")] HttpRequest request,
        CaseNumber zaaknummer, string nummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync<ExperimentMeasureRequest>(
            request, zaaknummer, nummer, (context, number, x, input, client, token) =>
                service.MeasureAsync(context, number, x, input, client, token), workflows, cancellation);

    [Function(nameof(PostExperimentEnd))]
    public Task<IResult> PostExperimentEnd(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{nummer}/afsluitingen")] HttpRequest request,
        CaseNumber zaaknummer, string nummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync<ExperimentEndRequest>(
            request, zaaknummer, nummer, (context, number, x, input, client, token) =>
                service.EndAsync(context, number, x, input, client, token), workflows, cancellation);

    [Function(nameof(PostExperimentText))]
    public Task<IResult> PostExperimentText(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{nummer}/teksten")] HttpRequest request,
        CaseNumber zaaknummer, string nummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync<ExperimentTextRequest>(request, zaaknummer, nummer, service.DraftAsync, workflows, cancellation);

    /// <summary>Publishes the text after a review by a second analyst.</summary>
    [Function(nameof(PostExperimentSharing))]
    public Task<IResult> PostExperimentSharing(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{nummer}/delingen")] HttpRequest request,
        CaseNumber zaaknummer, string nummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync<ExperimentShareRequest>(
            request, zaaknummer, nummer, (context, number, x, input, client, token) =>
                service.ShareAsync(context, number, x, input.Version, client, token), workflows, cancellation);

    [Function(nameof(PostExperimentWithdrawal))]
    public Task<IResult> PostExperimentWithdrawal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{nummer}/intrekkingen")] HttpRequest request,
        CaseNumber zaaknummer, string nummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync<ExperimentWithdrawalRequest>(
            request, zaaknummer, nummer, (context, number, x, input, client, token) =>
                service.WithdrawAsync(context, number, x, input.Reason, client, token), workflows, cancellation);

    /// <summary>Mails the organisation a link to write itself.</summary>
    [Function(nameof(PostExperimentInvitation))]
    public Task<IResult> PostExperimentInvitation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{nummer}/uitnodigingen")] HttpRequest request,
        CaseNumber zaaknummer, string nummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync<InvitationRequest>(request, zaaknummer, nummer, invitations.InviteAsync, workflows, cancellation);

    [Function(nameof(PostExperimentRevocation))]
    public Task<IResult> PostExperimentRevocation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{nummer}/link-intrekkingen")] HttpRequest request,
        CaseNumber zaaknummer, string nummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync(request, zaaknummer, nummer, invitations.RevokeAsync, workflows, cancellation);

    /// <summary>Records that a colleague read what the organisation wrote.</summary>
    [Function(nameof(PostExperimentReading))]
    public Task<IResult> PostExperimentReading(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{nummer}/lezingen")] HttpRequest request,
        CaseNumber zaaknummer, string nummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync(request, zaaknummer, nummer, invitations.ReadAsync, workflows, cancellation);

    /// <summary>An action of the desk on an experiment of a case.</summary>
    private delegate Task<CommandResult> Act<in T>(CommandContext context, CaseNumber number, int experiment, T input,
        DurableTaskClient workflows, CancellationToken cancellation);

    private async Task<IResult> ActAsync<T>(HttpRequest request, CaseNumber number, string nummer, Act<T> act,
        DurableTaskClient workflows, CancellationToken cancellation) where T : class
    {
        var (input, fault) = await Api.ReadAsync<T>(request, cancellation);
        return NumberOf(nummer) is not { } experiment ? Api.NotFound() : input is null ? fault!
            : Api.Answer(await act(request.CommandContext(clock), number, experiment, input, workflows, cancellation), file =>
                ExperimentResponse.Of(file, file.State.Experiment(experiment)!));
    }

    /// <summary>Runs a command without a body.</summary>
    private async Task<IResult> ActAsync(
        HttpRequest request, CaseNumber number, string nummer,
        Func<CommandContext, CaseNumber, int, DurableTaskClient, CancellationToken, Task<CommandResult>> act,
        DurableTaskClient workflows, CancellationToken cancellation) =>
        NumberOf(nummer) is not { } experiment ? Api.NotFound()
            : Api.Answer(await act(request.CommandContext(clock), number, experiment, workflows, cancellation), file =>
                ExperimentResponse.Of(file, file.State.Experiment(experiment)!));

    private static int? NumberOf(string nummer) =>
        int.TryParse(nummer, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number : null;
}
