using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.Escalation.Inbound;

/// <summary>
/// The webhook for SendGrid's inbound parse. SendGrid signs nothing, so the address has a password (basic
/// authentication).
/// </summary>
[RoutePolicy(Audience.Public, MaximumBodySize = MaximumMailSize, TakesForms = true)]
public sealed class InboundFunctions(
    InboundMailService inbound, InboundMailStore kept, EscalationOptions escalation, IOptions<SendGridOptions> options,
    TimeProvider clock,
    ILogger<InboundFunctions> log)
{
    /// <summary>
    /// The maximum size of a form, somewhat above SendGrid's limit of 30 MB for a mail with attachments.
    /// </summary>
    internal const int MaximumMailSize = 40 * 1024 * 1024;

    [Function(nameof(PostInboundMail))]
    public async Task<IResult> PostInboundMail(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/webhooks/inkomend")] HttpRequest request, [DurableClient]
            DurableTaskClient workflows, CancellationToken cancellation)
    {
        if (!IsKnown(request))
        {
            log.LogWarning("Inbound mail without the password was refused.");
            return Api.Problem(
                StatusCodes.Status401Unauthorized, "Niet aangemeld", "Stuur het wachtwoord van de inkomende mail mee.");
        }

        InboundForm form;
        try
        {
            form = await InboundForm.ReadAsync(request, cancellation);
        }
        catch (Exception fault) when (fault is InvalidDataException or (IOException and not BadHttpRequestException)
            && !request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            log.LogWarning("An inbound mail could not be read ({Failure}, {Bytes} bytes); the coordinators have a task.",
                fault.GetType().Name, request.ContentLength);
            await inbound.KeepUnreadableAsync(clock.GetUtcNow(), cancellation);
            return Api.Problem(
                StatusCodes.Status400BadRequest, "We kunnen dit niet lezen", "Stuur het formulier van de mail in zijn geheel.");
        }

        // SendGrid resends a mail for three days when it is refused. All of it that is stored stays as it is, and a letter that no
        // scanner could judge is kept then.
        return await inbound.TakeAsync(
            form.ToMail(clock.GetUtcNow()), workflows, cancellation, await form.LettersAsync(request, cancellation))
            ? Results.NoContent()
            : Api.Problem(StatusCodes.Status503ServiceUnavailable, "Nog niet alles is bewaard", "Stuur deze mail later opnieuw.");
    }

    /// <summary>
    /// Notifies the coordinators every night about unhandled mails, and deletes those past their term.
    /// </summary>
    [Function(nameof(EraseOldDeskMail))]
    public async Task EraseOldDeskMail([TimerTrigger("0 20 3 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await inbound.NotifyOfDeskMailAsync(WorkingDays.DayOf(now), cancellation);
        await kept.DeleteBeforeAsync(now.AddDays(-escalation.DeskMailDays), cancellation);
    }

    private bool IsKnown(HttpRequest request)
    {
        var password = options.Value.InboundPassword;
        var header = request.Headers.Authorization.ToString();
        var given = new byte[1024];
        return password.Length > 0 && header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)
            && Convert.TryFromBase64String(header[6..], given, out var length)
            && Encoding.UTF8.GetString(given, 0, length) is var pair
            && pair.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon
            && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(pair[(colon + 1)..])),
                SHA256.HashData(Encoding.UTF8.GetBytes(password)));
    }
}
