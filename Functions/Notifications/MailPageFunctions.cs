using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;
using RegelLoket.Notifications.Pages;
using RegelLoket.Storage;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Notifications;

/// <summary>Pages to deal with mails that did not arrive.</summary>
[RoutePolicy(Audience.Coordinator)]
public sealed class MailPageFunctions(
    Outbox outbox, MailRepair repair, SendingGate gate, RequestClaims claims, ILogger<MailPageFunctions> log)
{
    private const int MostShown = 500;

    [Function(nameof(PostMailAgain))]
    [RoutePolicy(Audience.Analyst)]
    public async Task<IResult> PostMailAgain(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/mails")]
            HttpRequest request, CaseNumber zaaknummer, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        return await SendAgainAsync(request, zaaknummer, form.Value("mail"), cancellation)
            ?? Page.SeeOther($"{DeskRoutes.Case(zaaknummer)}#mails");
    }

    /// <summary>Shows the coordinator's list of mails that wait or did not arrive.</summary>
    [Function(nameof(GetMailTrouble))]
    public async Task<IResult> GetMailTrouble(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/post")]
        HttpRequest request, CancellationToken cancellation) =>
        Page.Render<MailTroublePage>(
            new { Mails = await repair.ListAsync(MostShown, cancellation), Pause = await gate.FindAsync(cancellation) });

    /// <summary>
    /// Handles the list's buttons: send a mail again, settle it in another way, or retry all waiting mails at once
    /// after the mail service was fixed.
    /// </summary>
    [Function(nameof(PostMailOpen))]
    public async Task<IResult> PostMailOpen(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/post")] HttpRequest request, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        CaseNumber? number = CaseNumber.TryParse(form.Value("zaak"), out var parsed) ? parsed : null;
        switch (form.Value("actie"))
        {
            case "opnieuw" when await SendAgainAsync(request, number, form.Value("mail"), cancellation) is { } refusal:
                return refusal;
            case "afgehandeld" when !await repair.SettleAsync(
                number, form.Value("mail"), request.Caller().AsActor(), cancellation):
                return ErrorResults.NotFound(request);
            case "":
                await gate.OpenAsync(cancellation);
                await outbox.WakeAllAsync(cancellation);
                break;
        }

        return Page.SeeOther(NotificationRoutes.Post);
    }

    /// <summary>Returns null when the mail is planned; a double click sends one mail.</summary>
    private async Task<IResult?> SendAgainAsync(
        HttpRequest request, CaseNumber? number, string key, CancellationToken cancellation)
    {
        string? refusal = null;
        var once = await claims.OnceAsync("mail", async () =>
        {
            refusal = await repair.SendAgainAsync(number, key, cancellation);
            if (refusal is null)
            {
                log.LogInformation("{Colleague} had mail {Key} of case {Case} sent again.", request.Caller().Id, key, number);
            }

            return refusal is null ? "" : null;
        }, cancellation);
        return once is Once.Done ? null
            : refusal switch
            {
                null => ErrorResults.NotDone(request, once),
                "" => ErrorResults.NotFound(request),
                _ => ErrorResults.For(request, StatusCodes.Status409Conflict, "Dat kan nu niet", refusal),
            };
    }
}
