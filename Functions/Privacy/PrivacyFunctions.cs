using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Privacy.Pages;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Privacy;

/// <summary>Retention: the nightly run, a run by hand, and what was destroyed.</summary>
[RoutePolicy(Audience.Coordinator)]
public sealed class PrivacyFunctions(
    RetentionRun retention, PersonRequestService people, PersonRequestStore requests, RequestClaims claims)
{
    private const int MostCertificates = 20;

    /// <summary>Runs the nightly erasure; interrupted requests of people are completed first.</summary>
    [Function(nameof(EraseWhatIsPastItsTerm))]
    public async Task EraseWhatIsPastItsTerm(
        [TimerTrigger("0 0 3 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        try
        {
            await people.FinishAllAsync(cancellation);
        }
        finally
        {
            await retention.RunAsync(dryRun: false, workflows, cancellation);
        }
    }

    /// <summary>Starts a run by hand; a dry run with <c>proef</c>.</summary>
    [Function(nameof(PostRetentionRun))]
    public async Task<IResult> PostRetentionRun(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/bewaarronden")] HttpRequest request, [DurableClient]
            DurableTaskClient workflows, CancellationToken cancellation)
    {
        var (input, fault) = await Api.ReadAsync<RetentionRunRequest>(request, cancellation);
        if (input is null)
        {
            return fault!;
        }

        if (input.DryRun ?? true)
        {
            return Results.Json(await retention.RunAsync(dryRun: true, workflows, cancellation), Api.Json);
        }

        Certificate? certificate = null;
        var once = await claims.OnceAsync("round", async () =>
        {
            certificate = await retention.RunAsync(dryRun: false, workflows, cancellation);
            return certificate.Id;
        }, cancellation);
        certificate ??= once is Once.Done { Value: var id } ? await retention.FindCertificateAsync(id, cancellation) : null;
        return certificate is null ? ErrorResults.NotDone(request, once) : Results.Json(certificate, Api.Json);
    }

    [Function(nameof(GetRetentionRuns))]
    public async Task<IResult> GetRetentionRuns(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/bewaarronden")]
            HttpRequest request, CancellationToken cancellation) =>
        Results.Json(new RetentionRunsResponse(await retention.CertificatesAsync(MostCertificates, cancellation)), Api.Json);

    [Function(nameof(GetPrivacyWorkPage))]
    public async Task<IResult> GetPrivacyWorkPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/privacy")] HttpRequest request, [DurableClient]
            DurableTaskClient workflows, CancellationToken cancellation) =>
        Page.Render<RetentionPage>(new
        {
            DryRun = await retention.RunAsync(dryRun: true, workflows, cancellation),
            Certificates = await retention.CertificatesAsync(MostCertificates, cancellation),
            Requests = await requests.NewestAsync(MostCertificates, cancellation),
        });

    /// <summary>Shows the certificate of one run, to print.</summary>
    [Function(nameof(GetRetentionCertificatePage))]
    public async Task<IResult> GetRetentionCertificatePage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/privacy/verklaringen/{id}")]
            HttpRequest request, string id, CancellationToken cancellation) =>
        await retention.FindCertificateAsync(id, cancellation) is { } found
            ? Page.Render<RetentionCertificatePage>(new { Certificate = found }) : ErrorResults.NotFound(request);
}
