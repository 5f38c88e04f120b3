using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Outcome;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Workbench;

/// <summary>The tab with the outcome: the form with its preview, and the answer to a dispute.</summary>
public sealed class OutcomePageFunctions(OutcomeDesk desk, CaseStore store, CasePages pages)
{
    [Function(nameof(GetOutcomePage))]
    public async Task<IResult> GetOutcomePage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/zaken/{zaaknummer}/oplossing")] HttpRequest request, string zaaknummer, CancellationToken cancellation) =>
        await pages.ShowAsync(
            request, zaaknummer, CaseTabs.Outcome, cancellation,
            CaseNumber.TryParse(zaaknummer, out var number) && await store.FindAsync(number, cancellation) is { } file ? OutcomeFormFields.StartFor(file, request.Query["uitkomst"]) : null);

    [Function(nameof(PostOutcomePage))]
    public async Task<IResult> PostOutcomePage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/oplossing")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        return form.Value("stap") == "voorbeeld"
            ? await pages.ShowAsync(request, zaaknummer, CaseTabs.Outcome, cancellation, form)
            : await pages.ActAsync(
                request, zaaknummer, CaseTabs.Outcome,
                (number, posted) => desk.DetermineAsync(request.Caller().AsActor(), number, OutcomeFormFields.Read(posted), workflows, cancellation), cancellation);
    }

    [Function(nameof(PostDisputeAnswerPage))]
    public Task<IResult> PostDisputeAnswerPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/oplossing/antwoord")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        pages.ActAsync(
            request, zaaknummer, CaseTabs.Outcome,
            (number, form) => form.Value("stap") == "heropenen"
                ? desk.ReopenAsync(request.Caller().AsActor(), number, form.Value("tekst"), workflows, cancellation)
                : desk.SettleAsync(request.Caller().AsActor(), number, form.Value("tekst"), workflows, cancellation),
            cancellation);
}
