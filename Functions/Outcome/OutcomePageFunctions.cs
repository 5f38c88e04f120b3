using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Outcome.Pages;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Outcome;

/// <summary>The workbench's page for the outcome: the form with its preview, and the answer to a dispute.</summary>
public sealed class OutcomePageFunctions(OutcomeDesk desk, CaseStore store)
{
    [Function(nameof(GetOutcomePage))]
    public async Task<IResult> GetOutcomePage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "werkbank/zaken/{zaaknummer}/oplossing")] HttpRequest request, string zaaknummer, CancellationToken cancellation) =>
        await FindAsync(zaaknummer, cancellation) is { } file
            ? Page.Render<OutcomePage>(new { Case = file, Form = OutcomeFormFields.StartFor(file, request.Query["uitkomst"]) })
            : Answers.NotFound(request);

    [Function(nameof(PostOutcomePage))]
    public async Task<IResult> PostOutcomePage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/oplossing")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        if (await FindAsync(zaaknummer, cancellation) is not { } file)
        {
            return Answers.NotFound(request);
        }

        var form = await FormState.ReadAsync(request, cancellation);
        return form.Value("stap") == "voorbeeld"
            ? Page.Render<OutcomePage>(new { Case = file, Form = form })
            : Answer(request, file, form, await desk.DetermineAsync(request.Caller().AsActor(), file.Number, OutcomeFormFields.Read(form), workflows, cancellation));
    }

    [Function(nameof(PostDisputeAnswerPage))]
    public async Task<IResult> PostDisputeAnswerPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/oplossing/antwoord")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        if (await FindAsync(zaaknummer, cancellation) is not { } file)
        {
            return Answers.NotFound(request);
        }

        var form = await FormState.ReadAsync(request, cancellation);
        var by = request.Caller().AsActor();
        return Answer(request, file, form, form.Value("stap") == "heropenen"
            ? await desk.ReopenAsync(by, file.Number, form.Value("tekst"), workflows, cancellation)
            : await desk.SettleAsync(by, file.Number, form.Value("tekst"), workflows, cancellation));
    }

    private async Task<CaseFile?> FindAsync(string zaaknummer, CancellationToken cancellation) =>
        CaseNumber.TryParse(zaaknummer, out var number) ? await store.FindAsync(number, cancellation) : null;

    private static IResult Answer(HttpRequest request, CaseFile file, FormState form, CommandResult result)
    {
        switch (result)
        {
            case CommandResult.Done:
                return Page.SeeOther($"/werkbank/zaken/{file.Number}");
            case CommandResult.Refused refused:
                return Page.Render<OutcomePage>(new { Case = file, Form = form, Refusal = refused.Reason }, StatusCodes.Status409Conflict);
            case CommandResult.Invalid invalid:
                foreach (var (field, error) in invalid.Errors)
                {
                    form.Refuse(field, error);
                }

                return Page.Refuse<OutcomePage>(new { Case = file, Form = form });
            default:
                return Answers.NotFound(request);
        }
    }
}
