using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Outcome;

/// <summary>The tab with the outcome: the form with its preview, and the answer to a dispute.</summary>
[RoutePolicy(Audience.Analyst)]
public sealed class OutcomePageFunctions(OutcomeService service, CaseStore store, ICasePages pages, TimeProvider clock)
{
    /// <summary>The tab, by the last part of its address.</summary>
    internal const string Tab = "oplossing";

    [Function(nameof(GetOutcomePage))]
    public async Task<IResult> GetOutcomePage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/zaken/{zaaknummer}/oplossing")]
            HttpRequest request, CaseNumber zaaknummer, CancellationToken cancellation) =>
        await pages.ShowAsync(
            request, zaaknummer, Tab, cancellation,
            await store.FindAsync(zaaknummer, cancellation) is { } file ? OutcomeStart.For(file, request.Query["uitkomst"])
                : null);

    [Function(nameof(PostOutcomePage))]
    public async Task<IResult> PostOutcomePage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/oplossing")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        var isAnother = form.Contains(OutcomeFormFields.ShownFor)
            && !form.Has(OutcomeFormFields.ShownFor, form.Value("uitkomst"));
        return isAnother || form.Value("stap") is "voorbeeld" or "kies"
            ? await pages.ShowAsync(request, zaaknummer, Tab, cancellation, form)
            : await pages.ActAsync(
                request, zaaknummer, Tab,
                posted =>
                    service.DetermineAsync(
                        request.CommandContext(clock), zaaknummer, OutcomeFormFields.Read(posted, service.Today),
                    workflows, cancellation), cancellation, carryOn: workflows);
    }

    [Function(nameof(PostDisputeAnswerPage))]
    public Task<IResult> PostDisputeAnswerPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/oplossing/antwoord")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        pages.ActAsync(
            request, zaaknummer, Tab,
            form => form.Value("stap") == "heropenen"
                ? service.ReopenAsync(request.CommandContext(clock), zaaknummer, form.Value("tekst"), workflows, cancellation)
                : service.SettleAsync(request.CommandContext(clock), zaaknummer, form.Value("tekst"), workflows, cancellation),
            cancellation);
}
