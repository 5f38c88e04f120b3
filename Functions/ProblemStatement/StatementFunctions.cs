using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.ProblemStatement;

/// <summary>The API of the problem statement: write a version, send one back. Approvals of all parts of a case have one address of their own.</summary>
public sealed class StatementFunctions(StatementDesk desk)
{
    [Function(nameof(PutStatement))]
    public async Task<IResult> PutStatement(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/zaken/{zaaknummer}/probleemstelling")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        if (!CaseNumber.TryParse(zaaknummer, out var number))
        {
            return Api.NotFound();
        }

        var (body, fault) = await Api.ReadAsync<StatementRequest>(request, cancellation);
        return body is null
            ? fault!
            : Api.Answer(await desk.WriteAsync(request.Caller().AsActor(), number, body.ToCommand(), workflows, cancellation), StatementView.Newest);
    }

    [Function(nameof(PostReturn))]
    public async Task<IResult> PostReturn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/probleemstelling/terugzendingen")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        if (!CaseNumber.TryParse(zaaknummer, out var number))
        {
            return Api.NotFound();
        }

        var (body, fault) = await Api.ReadAsync<ReturnRequest>(request, cancellation);
        return body is null
            ? fault!
            : Api.Answer(
                await desk.ReturnAsync(request.Caller().AsActor(), number, new ReturnStatement { Version = body.Versie, Reason = body.Reden }, workflows, cancellation),
                CaseSummary.Of);
    }

    public sealed record ReturnRequest(int? Versie, string? Reden);

    /// <summary>A version as it comes in: one text, or the five parts.</summary>
    public sealed record StatementRequest
    {
        [JsonPropertyName("tekst")]
        public string? Text { get; init; }

        [JsonPropertyName("wie")]
        public string? Who { get; init; }

        [JsonPropertyName("regel")]
        public string? Rule { get; init; }

        [JsonPropertyName("gevolg")]
        public string? Effect { get; init; }

        [JsonPropertyName("geprobeerd")]
        public string? Tried { get; init; }

        [JsonPropertyName("ruimte")]
        public string? Room { get; init; }

        internal WriteStatement ToCommand() => new()
        {
            Text = Text,
            Parts = new Dictionary<string, string?> { ["wie"] = Who, ["regel"] = Rule, ["gevolg"] = Effect, ["geprobeerd"] = Tried, ["ruimte"] = Room },
        };
    }
}
