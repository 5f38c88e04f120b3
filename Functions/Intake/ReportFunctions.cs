using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Intake;

/// <summary>The API for reporters: report, follow, reply, withdraw.</summary>
[RoutePolicy(Audience.Public)]
public sealed class ReportFunctions(ReportService reports, ReporterService reporters, FollowedCases cases, StoredLimits limits,
    TimeProvider clock)
{
    /// <summary>The header with the reporter's secret.</summary>
    public const string CodeHeader = "Volgcode";

    [Function(nameof(PostReport))]
    public async Task<IResult> PostReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/meldingen")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var (report, fault) = await Api.ReadAsync<ReportRequest>(request, cancellation);
        if (report is null)
        {
            return fault!;
        }

        if (KeyOf(request) is not { } key)
        {
            var errors = new FieldErrors();
            _ = Report.Parse(report, errors);
            return NoKey(errors.All);
        }

        // A report without an e-mail address causes no mail, so it needs no limit of that kind.
        var result = await reports.ReportAsync(
            CommandContext.OfReporter(clock), report, key, ReportChannel.Api, workflows, cancellation,
            async reported => reported.Reporter?.Email is null || await limits.TryReportAsync(request, cancellation));
        return result switch
        {
            ReportResult.TooMany => limits.RefuseToday(request),
            ReportResult.TooManyReceipts => limits.RefuseToday(
                request, ReportResult.TooManyReceipts.Title, ReportResult.TooManyReceipts.Detail),
            _ => Answer(result),
        };
    }

    [Function(nameof(GetReport))]
    public async Task<IResult> GetReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/meldingen/{zaaknummer}")]
            HttpRequest request, string zaaknummer, CancellationToken cancellation) =>
        await cases.OpenOwnAsync(zaaknummer, request.Headers[CodeHeader], cancellation) is { File: var file }
            ? Results.Json(await reporters.ViewOfAsync(file, cancellation), Api.Json)
            : Api.NotFound();

    [Function(nameof(PostReply))]
    public async Task<IResult> PostReply(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/meldingen/{zaaknummer}/reacties")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var (reply, fault) = await Api.ReadAsync<ReplyRequest>(request, cancellation);
        return reply is null
            ? fault!
            : await AnswerAsync(
                await reporters.ReplyAsync(CommandContext.OfReporter(clock), zaaknummer, request.Headers[CodeHeader],
                reply.Text, workflows, cancellation), cancellation);
    }

    /// <summary>Says that what the desk wrote was read; the body is empty.</summary>
    [Function(nameof(PostReportReading))]
    public async Task<IResult> PostReportReading(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/meldingen/{zaaknummer}/gelezen-berichten")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        await AnswerAsync(await reporters.ReadAsync(CommandContext.OfReporter(clock), zaaknummer, request.Headers[CodeHeader],
            workflows, cancellation), cancellation);

    [Function(nameof(PostWithdrawal))]
    public async Task<IResult> PostWithdrawal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/meldingen/{zaaknummer}/intrekkingen")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        await AnswerAsync(
            await reporters.WithdrawAsync(CommandContext.OfReporter(clock), zaaknummer, request.Headers[CodeHeader],
            workflows, cancellation), cancellation);

    private async Task<IResult> AnswerAsync(CommandResult result, CancellationToken cancellation)
    {
        var view = result is CommandResult.Done done ? await reporters.ViewOfAsync(done.Case, cancellation) : null;
        return Api.Answer(result, _ => (object?)view);
    }

    /// <summary>Returns the caller's idempotency key; null when it is missing or too long.</summary>
    internal static string? KeyOf(HttpRequest request) => CommandRequests.KeyOf(request);

    /// <summary>Returns 400 for a missing key, together with the other errors.</summary>
    internal static IResult NoKey(IReadOnlyDictionary<string, string>? errors = null) =>
        Api.Invalid(new Dictionary<string, string>(errors ?? new Dictionary<string, string>())
        {
            ["Idempotency-Key"] = "Stuur een eigen sleutel mee in de header Idempotency-Key: 1 tot 200 tekens, "
                + "voor elke melding een andere.",
        });

    internal static IResult KeyInUse() =>
        Api.Problem(
            StatusCodes.Status409Conflict, "Sleutel is al gebruikt", "Deze Idempotency-Key hoort bij een andere melding. "
            + "Gebruik voor elke melding een nieuwe sleutel.");

    internal static IResult Answer(ReportResult result) => result switch
    {
        ReportResult.Received received => Api.Created(
            IntakeRoutes.ApiReport(received.Receipt.Number), ReceiptResponse.Of(received.Receipt)),
        ReportResult.Invalid invalid => Api.Invalid(invalid.Errors),
        _ => KeyInUse(),
    };

    /// <summary>A message from the reporter.</summary>
    public sealed record ReplyRequest([property: JsonPropertyName("tekst")] string? Text);
}
