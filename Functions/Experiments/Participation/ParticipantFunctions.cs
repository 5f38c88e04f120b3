using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Experiments.Participation;

/// <summary>The organisation's side of the API. The header <c>Experimentcode</c> has the code of its link.</summary>
[RoutePolicy(Audience.Public)]
public sealed class ParticipantFunctions(ParticipantService service, RateLimits limits)
{
    private const string Header = "Experimentcode";
    private const string Route = "v1/logboek";

    [Function(nameof(GetLogbook))]
    public async Task<IResult> GetLogbook(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        CancellationToken cancellation) =>
        CodeOf(request) is { } code && await service.OpenAsync(code, cancellation) is var (file, experiment)
            ? Results.Json(LogbookResponse.Of(file, experiment), Api.Json) : Unknown(request);

    [Function(nameof(PostLogbookStep))]
    public Task<IResult> PostLogbookStep(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/stappen")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync<ExperimentNoteRequest>(
            request, (sender, input) => service.NoteAsync(sender, input, workflows, cancellation), cancellation);

    [Function(nameof(PostLogbookMeasure))]
    public Task<IResult> PostLogbookMeasure(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/metingen")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync<ExperimentMeasureRequest>(
            request, (sender, input) => service.MeasureAsync(sender, input, workflows, cancellation), cancellation);

    [Function(nameof(PostLogbookEnd))]
    public Task<IResult> PostLogbookEnd(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/afsluitingen")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync<ExperimentEndRequest>(
            request, (sender, input) => service.EndAsync(sender, input, workflows, cancellation), cancellation);

    private async Task<IResult> ActAsync<T>(
        HttpRequest request, Func<LogbookSender, T, Task<CommandResult>> act, CancellationToken cancellation) where T : class
    {
        if (CodeOf(request) is not { } code)
        {
            return Unknown(request);
        }

        var (input, fault) = await Api.ReadAsync<T>(request, cancellation);
        if (input is null)
        {
            return fault!;
        }

        var result = await act(new LogbookSender(code, Sent: []), input);
        return result is CommandResult.NotFound ? Unknown(request)
            : Api.Answer(result, file => LogbookResponse.Of(file, file.State.Experiment(code.Experiment)!));
    }

    private static ParticipantCode? CodeOf(HttpRequest request) =>
        ParticipantCode.TryParse(request.Headers[Header].ToString(), out var code) ? code : null;

    /// <summary>Returns the same response for every code that opens nothing; too many of them are refused.</summary>
    private IResult Unknown(HttpRequest request) =>
        limits.TryWrongCode(request) ? Api.NotFound() : ErrorResults.TooMany(request);
}
