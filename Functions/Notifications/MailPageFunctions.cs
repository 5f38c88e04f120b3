using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;
using RegelLoket.Notifications.Pages;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Notifications;

/// <summary>What colleagues do with mails that did not arrive.</summary>
[RoutePolicy(Audience.Coordinator)]
public sealed class MailPageFunctions(Outbox outbox, SendingGate gate, ILogger<MailPageFunctions> log)
{
    [Function(nameof(PostMailAgain))]
    [RoutePolicy(Audience.Analyst)]
    public async Task<IResult> PostMailAgain(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/mails")]
            HttpRequest request, CaseNumber zaaknummer, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        if (!await outbox.SendAgainAsync(zaaknummer, form.Value("mail"), cancellation))
        {
            return ErrorResults.NotFound(request);
        }

        log.LogInformation("{Colleague} had a mail of case {Case} sent again.", request.Caller().Id, zaaknummer);
        return Page.SeeOther($"/werkbank/zaken/{zaaknummer}#mails");
    }

    /// <summary>The coordinator's list of mails that wait or did not arrive.</summary>
    [Function(nameof(GetMailTrouble))]
    public async Task<IResult> GetMailTrouble(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/post")]
        HttpRequest request, CancellationToken cancellation) =>
        Page.Render<MailTroublePage>(
            new
            {
                Mails = await outbox.OpenAsync(cancellation).Take(500).ToListAsync(cancellation),
                Pause = await gate.FindAsync(cancellation)
            });

    /// <summary>The coordinator mended what the mail service refused: all mails that wait are tried at once.</summary>
    [Function(nameof(PostMailOpen))]
    public async Task<IResult> PostMailOpen(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/post")] HttpRequest request, CancellationToken cancellation)
    {
        await gate.OpenAsync(cancellation);
        await outbox.WakeAllAsync(cancellation);
        return Page.SeeOther("/werkbank/post");
    }
}
