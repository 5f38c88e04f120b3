using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.ContextAnalysis;

/// <summary>The API of the context analysis: assign, analyse, ask, note.</summary>
[RoutePolicy(Audience.Analyst)]
public sealed class AnalysisFunctions(AnalysisService service, Colleagues colleagues, TimeProvider clock)
{
    [Function(nameof(PutContextAnalysis))]
    public async Task<IResult> PutContextAnalysis(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/zaken/{zaaknummer}/contextanalyse")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        await ActAsync<AnalysisRequest>(request, (context, body) =>
            service.AnalyseContextAsync(context, zaaknummer, body.ToCommand(), workflows, cancellation), cancellation);

    [Function(nameof(PostQuestionToReporter))]
    public async Task<IResult> PostQuestionToReporter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/vragen-aan-melder")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        await ActAsync<QuestionRequest>(
            request, (context, body) =>
                service.AskReporterAsync(
                    context, zaaknummer, new AskReporter { Question = body.Question }, workflows, cancellation),
                cancellation);

    [Function(nameof(PutHandler))]
    public async Task<IResult> PutHandler(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/zaken/{zaaknummer}/behandelaar")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        await ActAsync<HandlerRequest>(request, async (context, body) =>
        {
            var known = await colleagues.OfNameAsync(body.Handler, cancellation);
            var command = new AssignCase { To = body.Handler, ToId = known?.Id, Reason = body.Reason };
            return await service.AssignAsync(context, zaaknummer, command, workflows, cancellation);
        }, cancellation);

    [Function(nameof(PostNote))]
    public async Task<IResult> PostNote(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/notities")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        await ActAsync<NoteRequest>(request, (context, body) =>
            service.AddNoteAsync(context, zaaknummer, new AddNote { Text = body.Text }, workflows, cancellation),
            cancellation);

    /// <summary>Continues without the reporter's reply; the body is empty.</summary>
    [Function(nameof(PostResumption))]
    public async Task<IResult> PostResumption(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/hervattingen")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        Api.Answer(await service.GoOnWithoutReplyAsync(request.CommandContext(clock), zaaknummer, workflows, cancellation),
            CaseSummaryResponse.Of);

    /// <summary>Marks the reporter's messages as read; the body is empty.</summary>
    [Function(nameof(PostReading))]
    public async Task<IResult> PostReading(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/gelezen-berichten")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        Api.Answer(await service.ReadReporterAsync(request.CommandContext(clock), zaaknummer, workflows, cancellation),
            CaseSummaryResponse.Of);

    private Task<IResult> ActAsync<T>(
        HttpRequest request, Func<CommandContext, T, Task<CommandResult>> act, CancellationToken cancellation)
        where T : class =>
        ApiCommand.RunAsync<T>(
            request, body => act(request.CommandContext(clock), body), CaseSummaryResponse.Of, cancellation);
}
