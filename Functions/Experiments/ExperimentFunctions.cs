using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Experiments;

/// <summary>The API for experiments on a case.</summary>
public sealed class ExperimentFunctions(ExperimentDesk desk, CaseStore store)
{
    private const string Route = "v1/zaken/{zaaknummer}/experimenten";

    [Function(nameof(GetExperiments))]
    public async Task<IResult> GetExperiments(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string zaaknummer, CancellationToken cancellation) =>
        CaseNumber.TryParse(zaaknummer, out var number) && await store.FindAsync(number, cancellation) is { } file
            ? Results.Json(new { experimenten = file.State.Experiments.Select(x => ExperimentView.Of(file, x)) }, Api.Json)
            : Api.NotFound();

    [Function(nameof(PostExperiment))]
    public async Task<IResult> PostExperiment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var (input, fault) = await Api.ReadAsync<ExperimentInput>(request, cancellation);
        return !CaseNumber.TryParse(zaaknummer, out var number) ? Api.NotFound() : input is null ? fault!
            : Api.Answer(await desk.StartAsync(request.Caller().AsActor(), number, input, workflows, cancellation),
                file => Api.Created($"/v1/zaken/{number}/experimenten/{file.State.Experiments[^1].Number}", ExperimentView.Of(file, file.State.Experiments[^1])));
    }

    [Function(nameof(GetExperiment))]
    public async Task<IResult> GetExperiment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/{nummer}")] HttpRequest request, string zaaknummer, string nummer, CancellationToken cancellation) =>
        CaseNumber.TryParse(zaaknummer, out var number) && NumberOf(nummer) is { } experiment
            && await store.FindAsync(number, cancellation) is { } file && file.State.Experiment(experiment) is { } found
            ? Results.Json(ExperimentView.Of(file, found), Api.Json)
            : Api.NotFound();

    [Function(nameof(PostExperimentNote))]
    public Task<IResult> PostExperimentNote(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{nummer}/stappen")] HttpRequest request,
        string zaaknummer, string nummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync<NoteInput>(request, zaaknummer, nummer, desk.NoteAsync, workflows, cancellation);

    [Function(nameof(PostExperimentMeasure))]
    public Task<IResult> PostExperimentMeasure(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{nummer}/metingen")] HttpRequest request,
        string zaaknummer, string nummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync<MeasureInput>(request, zaaknummer, nummer, desk.MeasureAsync, workflows, cancellation);

    [Function(nameof(PostExperimentEnd))]
    public Task<IResult> PostExperimentEnd(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{nummer}/afsluitingen")] HttpRequest request,
        string zaaknummer, string nummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync<EndInput>(request, zaaknummer, nummer, desk.EndAsync, workflows, cancellation);

    [Function(nameof(PostExperimentText))]
    public Task<IResult> PostExperimentText(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{nummer}/teksten")] HttpRequest request,
        string zaaknummer, string nummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync<ExperimentTextInput>(request, zaaknummer, nummer, desk.DraftAsync, workflows, cancellation);

    /// <summary>A second analyst read the text and shares it.</summary>
    [Function(nameof(PostExperimentSharing))]
    public Task<IResult> PostExperimentSharing(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{nummer}/delingen")] HttpRequest request,
        string zaaknummer, string nummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync<ShareInput>(
            request, zaaknummer, nummer, (by, number, x, input, client, token) => desk.ShareAsync(by, number, x, input.Version, client, token), workflows, cancellation);

    [Function(nameof(PostExperimentWithdrawal))]
    public Task<IResult> PostExperimentWithdrawal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{nummer}/intrekkingen")] HttpRequest request,
        string zaaknummer, string nummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync<ExperimentWithdrawalInput>(
            request, zaaknummer, nummer, (by, number, x, input, client, token) => desk.WithdrawAsync(by, number, x, input.Reason, client, token), workflows, cancellation);

    /// <summary>What the desk does with an experiment of a case.</summary>
    private delegate Task<CommandResult> Act<in T>(Actor by, CaseNumber number, int experiment, T input, DurableTaskClient workflows, CancellationToken cancellation);

    private static async Task<IResult> ActAsync<T>(HttpRequest request, string zaaknummer, string nummer, Act<T> act, DurableTaskClient workflows, CancellationToken cancellation) where T : class
    {
        var (input, fault) = await Api.ReadAsync<T>(request, cancellation);
        return !CaseNumber.TryParse(zaaknummer, out var number) || NumberOf(nummer) is not { } experiment ? Api.NotFound() : input is null ? fault!
            : Api.Answer(await act(request.Caller().AsActor(), number, experiment, input, workflows, cancellation), file => ExperimentView.Of(file, file.State.Experiment(experiment)!));
    }

    private static int? NumberOf(string nummer) => int.TryParse(nummer, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
