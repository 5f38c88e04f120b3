using System.Text.Json.Serialization;
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

    public sealed record QuestionRequest([property: JsonPropertyName("vraag")] string? Question);

    public sealed record HandlerRequest(
        [property: JsonPropertyName("behandelaar")] string? Handler, [property: JsonPropertyName("reden")] string? Reason);

    public sealed record NoteRequest([property: JsonPropertyName("tekst")] string? Text);

    /// <summary>The body of a context analysis.</summary>
    public sealed record AnalysisRequest
    {
        [JsonPropertyName("bron")]
        public string? Source { get; init; }

        [JsonPropertyName("regels")]
        public IReadOnlyList<RuleRequest?>? Rules { get; init; }

        [JsonPropertyName("ministeries")]
        public IReadOnlyList<string>? Ministries { get; init; }

        [JsonPropertyName("uitvoerders")]
        public IReadOnlyList<string?>? ExecutiveBodies { get; init; }

        /// <summary>A single body, from before a list could be sent; it is added to the list.</summary>
        [JsonPropertyName("uitvoerder")]
        public string? ExecutiveBody { get; init; }

        [JsonPropertyName("verwachteUitkomst")]
        public string? Expected { get; init; }

        [JsonPropertyName("themas")]
        public IReadOnlyList<string>? Themes { get; init; }

        [JsonPropertyName("toelichting")]
        public string? Explanation { get; init; }

        internal AnalyseContext ToCommand() => new()
        {
            Source = Source,
            Rules = Rules?.Select(rule => (rule ?? new RuleRequest()).ToRule()).ToList(),
            Ministries = Ministries,
            ExecutiveBodies = ExecutiveBodies,
            ExecutiveBody = ExecutiveBody,
            Expected = Expected,
            Themes = Themes,
            Explanation = Explanation,
        };
    }

    public sealed record RuleRequest
    {
        [JsonPropertyName("bwbId")]
        public string? BwbId { get; init; }

        [JsonPropertyName("citeertitel")]
        public string? CitationTitle { get; init; }

        [JsonPropertyName("artikel")]
        public string? Article { get; init; }

        [JsonPropertyName("gecontroleerdOp")]
        public DateOnly? CheckedOn { get; init; }

        internal AnalysedRule ToRule() =>
            new() { BwbId = BwbId, CitationTitle = CitationTitle, Article = Article, CheckedOn = CheckedOn };
    }
}
