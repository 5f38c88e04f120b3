using System.Net.Mime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Attachments;
using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Escalation;

/// <summary>The files of a ministry's question: those that were ticked for it, and its own letters.</summary>
[RoutePolicy(Audience.Public)]
public sealed class QuestionFileFunctions(
    MinistryReplyService service, ReactionSessions sessions, ReactionCallers callers, AttachmentService attachments,
    FileDownloads downloads, TimeProvider clock)
{
    private const string ApiRoute = "v1/reacties/bijlagen";

    [Function(nameof(GetQuestionFilePage))]
    public async Task<IResult> GetQuestionFilePage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "reactie/bestanden/{bijlage}")] HttpRequest request,
        string bijlage, CancellationToken cancellation) =>
        sessions.Read(request) is { IsVerified: true } session
            ? await DownloadAsync(session.Code, bijlage, cancellation) ?? ErrorResults.NotFound(request)
            : ErrorResults.NotFound(request);

    [Function(nameof(GetQuestionFile))]
    [Produces(MediaTypeNames.Application.Octet)]
    public async Task<IResult> GetQuestionFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = ApiRoute + "/{bijlage}")] HttpRequest request,
        string bijlage, CancellationToken cancellation)
    {
        var (session, refusal) = await callers.ProvenAsync(request, cancellation);
        return session is null ? refusal! : await DownloadAsync(session.Code, bijlage, cancellation) ?? Api.NotFound();
    }

    /// <summary>Adds a letter of the ministry to its open question.</summary>
    [Function(nameof(PostQuestionFile))]
    [RoutePolicy(Audience.Public, MaximumBodySize = FileAnswers.MaximumBody, TakesFiles = true)]
    public async Task<IResult> PostQuestionFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ApiRoute)] HttpRequest request,
        [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var (session, refusal) = await callers.ProvenAsync(request, cancellation);
        if (session is null)
        {
            return refusal!;
        }

        if (await service.OpenAsync(session.Code, cancellation) is not var (file, question))
        {
            return Api.NotFound();
        }

        var letter = await FileAnswers.ReadAsync(request, cancellation);
        var context = new CommandContext(Actor.Of(question.Ministry), clock.GetUtcNow());
        var result = await attachments.AddAsync(request, context, file.Number, letter, question.Ministry, workflows, cancellation);
        return FileAnswers.Of(result, added => Api.Created(
            EscalationRoutes.ApiFile(added.Attachment.Id), AttachmentResponse.Of(added.Case, added.Attachment)));
    }

    private async Task<IResult?> DownloadAsync(ReplyCode code, string id, CancellationToken cancellation) =>
        (await service.OpenAsync(code, cancellation) ?? await service.AnsweredAsync(code, cancellation)) is var (file, question)
            && file.State.Attachment(id) is { } found && QuestionFileResponse.MaySee(question, found)
            ? await downloads.OfAsync(file, id, cancellation) : null;
}
