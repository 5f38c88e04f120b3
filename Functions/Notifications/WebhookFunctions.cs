using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using RegelLoket.Web;

namespace RegelLoket.Notifications;

/// <summary>Receives SendGrid's delivery reports.</summary>
[RoutePolicy(Audience.Public, MaximumBodySize = 4 * 1024 * 1024)]
public sealed class WebhookFunctions(SendGridSignature signature, SendGridEvents events, ILogger<WebhookFunctions> log)
{
    [Function(nameof(PostMailReports))]
    public async Task<IResult> PostMailReports(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/webhooks/sendgrid")] HttpRequest request, [DurableClient]
            DurableTaskClient workflows, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        var bytes = body.GetBuffer().AsMemory(0, (int)body.Length);
        if (!signature.IsValid(request.Headers[SendGridSignature.TimestampHeader].ToString(),
            request.Headers[SendGridSignature.SignatureHeader].ToString(), bytes.Span))
        {
            log.LogWarning("Mail reports with a wrong signature were refused.");
            return Api.Problem(
                StatusCodes.Status401Unauthorized, "Handtekening klopt niet", "We nemen alleen ondertekende meldingen aan.");
        }

        return await events.TakeAsync(bytes, workflows, cancellation) is null
            ? Api.Invalid("", "Stuur een lijst van meldingen als JSON.")
            : Results.NoContent();
    }
}
