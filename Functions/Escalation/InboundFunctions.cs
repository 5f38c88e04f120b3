using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.Escalation;

/// <summary>
/// Where SendGrid's inbound parse brings replies to our mails. It signs nothing, so the address holds a password (basic authentication).
/// </summary>
[RoutePolicy(Audience.Public, MaximumBodySize = 4 * 1024 * 1024, TakesForms = true)]
public sealed class InboundFunctions(MailedReplies inbound, IOptions<SendGridOptions> options, ILogger<InboundFunctions> log)
{
    [Function(nameof(PostInboundMail))]
    public async Task<IResult> PostInboundMail(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/webhooks/inkomend")] HttpRequest request, [DurableClient]
            DurableTaskClient workflows, CancellationToken cancellation)
    {
        if (!IsKnown(request))
        {
            log.LogWarning("Inbound mail without the password was refused.");
            return Api.Problem(StatusCodes.Status401Unauthorized, "Niet aangemeld", "Stuur het wachtwoord van de inkomende mail mee.");
        }

        var form = await request.ReadFormAsync(cancellation);
        if (EnvelopeOf(form["envelope"].ToString()) is not var (from, to))
        {
            return Api.Invalid("envelope", "De envelop is niet te lezen.");
        }

        await inbound.TakeAsync(
            new ReceivedMail
            {
                Recipients = to,
                From = form["from"].ToString(),
                EnvelopeFrom = from,
                Text = form["text"].ToString() is { Length: > 0 } text ? text : HtmlToText.Of(form["html"].ToString()),
                Headers = form["headers"].ToString(),
                Spf = form["SPF"].ToString(),
                Dkim = form["dkim"].ToString(),
            }, workflows, cancellation);

        // The same answer whether it matched or not: a mail that matched nothing must not come back again and again.
        return Results.NoContent();
    }

    private bool IsKnown(HttpRequest request)
    {
        var password = options.Value.InboundPassword;
        var header = request.Headers.Authorization.ToString();
        var given = new byte[1024];
        return password.Length > 0 && header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)
            && Convert.TryFromBase64String(header[6..], given, out var length)
            && Encoding.UTF8.GetString(given, 0, length) is var pair && pair.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon
            && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(pair[(colon + 1)..])),
                SHA256.HashData(Encoding.UTF8.GetBytes(password)));
    }

    private static (string From, IReadOnlyList<string> To)? EnvelopeOf(string json)
    {
        try
        {
            using var envelope = JsonDocument.Parse(json);
            return envelope.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("to", out var to)
                && to.ValueKind == JsonValueKind.Array
                ? (root.TryGetProperty("from", out var from) ? from.ToString()
                    : "", [.. to.EnumerateArray().Take(20).Select(t => t.ToString())])
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
