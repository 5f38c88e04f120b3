using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LocalHost.Lokaal.Clock;

namespace LocalHost.Lokaal.Mail;

/// <summary>Reacts to mails like the outside world: with signed delivery reports, and with replies.</summary>
internal sealed class MailWorld(LokaalSettings settings, Uri host, DeskTime time)
{
    private static readonly HttpClient Http =
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false });

    /// <summary>Whether the app accepts reports.</summary>
    public bool CanReport => settings is { Webhooks: not null, WebhookKey: not null };

    /// <summary>Whether the app accepts mail.</summary>
    public bool CanReply => settings is { Webhooks: not null, InboundPassword.Length: > 0 };

    /// <summary>Sends the app a report of the mail service on a mail, signed like the service's own.</summary>
    public async Task<WebhookAnswer> ReportAsync(KeptMail mail, MailReport report, CancellationToken cancellation)
    {
        var now = await time.NowAsync(cancellation);
        var body = JsonSerializer.SerializeToUtf8Bytes(new JsonArray(report.EventOf(mail, now)));
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = settings.WebhookKey!.SignData(
            [.. Encoding.ASCII.GetBytes(timestamp), .. body], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host, settings.Webhooks!.Events)) { Content = content };
        request.Headers.Add("X-Twilio-Email-Event-Webhook-Signature", Convert.ToBase64String(signature));
        request.Headers.Add("X-Twilio-Email-Event-Webhook-Timestamp", timestamp);
        return await SendAsync(request, cancellation);
    }

    /// <summary>Sends the app a reply to a mail, like the mail service's inbound parse.</summary>
    public async Task<WebhookAnswer> ReplyAsync(KeptMail mail, MailReply reply, CancellationToken cancellation)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in reply.FieldsFor(mail, await time.NowAsync(cancellation)))
        {
            content.Add(new StringContent(value), name);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host, settings.Webhooks!.Inbound)) { Content = content };
        var password = Convert.ToBase64String(Encoding.UTF8.GetBytes($"sendgrid:{settings.InboundPassword}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", password);
        return await SendAsync(request, cancellation);
    }

    private static async Task<WebhookAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var response = await Http.SendAsync(request, cancellation);
        return new WebhookAnswer((int)response.StatusCode, await response.Content.ReadAsStringAsync(cancellation));
    }
}
