using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Notifications.Pages;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Workbench;

/// <summary>What colleagues do with mails that did not arrive.</summary>
public sealed class MailPageFunctions(Outbox outbox, SendingGate gate, ILogger<MailPageFunctions> log)
{
    [Function(nameof(PostMailAgain))]
    public async Task<IResult> PostMailAgain(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/mails")] HttpRequest request, string zaaknummer, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        if (!CaseNumber.TryParse(zaaknummer, out var number) || !await outbox.SendAgainAsync(number, form.Value("mail"), cancellation))
        {
            return Answers.NotFound(request);
        }

        log.LogInformation("{Colleague} had a mail of case {Case} sent again.", request.Caller().Id, number);
        return Page.SeeOther($"/werkbank/zaken/{number}#mails");
    }

    /// <summary>The coordinator's list of mails that wait or did not arrive.</summary>
    [Function(nameof(GetMailTrouble))]
    public async Task<IResult> GetMailTrouble([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/post")] HttpRequest request, CancellationToken cancellation) =>
        Page.Render<MailTroublePage>(new { Mails = await outbox.OpenAsync(cancellation).Take(500).ToListAsync(cancellation), Pause = await gate.FindAsync(cancellation) });

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
