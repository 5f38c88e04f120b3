using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Outcome.Pages;
using RegelLoket.Web;

namespace RegelLoket.Outcome;

/// <summary>The reporter's page to dispute an outcome.</summary>
[RoutePolicy(Audience.Public)]
public sealed class FollowOutcomeFunctions(OutcomeService service, FollowedCases followed)
{
    [Function(nameof(GetDisputePage))]
    public async Task<IResult> GetDisputePage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "volgen/bezwaar")]
        HttpRequest request, CancellationToken cancellation) =>
        await followed.OpenOwnAsync(request, cancellation) is { } known
            ? Show(known.File, new FormState(), StatusCodes.Status200OK)
            : ErrorResults.SessionEnded(request, SiteRoutes.Follow);

    [Function(nameof(PostDisputePage))]
    public async Task<IResult> PostDisputePage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "volgen/bezwaar")] HttpRequest request, [DurableClient]
            DurableTaskClient workflows, CancellationToken cancellation)
    {
        if (await followed.OpenOwnAsync(request, cancellation) is not { } known)
        {
            return ErrorResults.SessionEnded(request, SiteRoutes.Follow);
        }

        var form = await FormState.ReadAsync(request, cancellation);
        switch (await service.DisputeAsync(known, form.Value("toelichting"), workflows, cancellation))
        {
            case CommandResult.Done:
                return Page.SeeOther($"{SiteRoutes.FollowedCase}?verstuurd");
            case CommandResult.Invalid invalid:
                form.Refuse(invalid.Errors);
                return Show(known.File, form, StatusCodes.Status400BadRequest);
            default:
                form.IsRefused = true;
                // Refused: the page itself shows why, from the case as it is now.
                return await followed.OpenOwnAsync(request, cancellation) is { } again
                    ? Show(again.File, form, StatusCodes.Status409Conflict)
                    : ErrorResults.SessionEnded(request, SiteRoutes.Follow);
        }
    }

    private IResult Show(CaseFile file, FormState form, int status) => Page.Render<DisputePage>(
        new
        {
            Case = file,
            Form = form,
            service.Today,
            Refusal = AfterOutcome.WhyNotDispute(file.State, service.Today)
        }, status);
}
