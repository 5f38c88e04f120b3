using System.Globalization;
using System.Net;
using Microsoft.Extensions.Options;
using SendGrid;
using SendGrid.Helpers.Mail;
using SendGridAddress = SendGrid.Helpers.Mail.EmailAddress;

namespace RegelLoket.Notifications;

/// <summary>
/// Sends through SendGrid's v3 API. Custom arguments return our key with every report. The API has no idempotency key,
/// so that without a response it is unknown whether the mail was accepted.
/// </summary>
public sealed class SendGridSender(HttpClient http, IOptions<SendGridOptions> options, TimeProvider clock) : IMailSender
{
    private const string RateLimitReset = "X-RateLimit-Reset";
    private const string ProviderId = "X-Message-Id";

    public async Task<SendResult> SendAsync(Mail mail, CancellationToken cancellation)
    {
        var client = new SendGridClient(
            http, new SendGridClientOptions { ApiKey = options.Value.ApiKey, Host = options.Value.Host.AbsoluteUri });
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(options.Value.Timeout);
        try
        {
            return ResultOf(await client.SendEmailAsync(MessageOf(mail), timeout.Token));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new SendResult.Unknown("geen-antwoord-op-tijd");
        }
        catch (HttpRequestException failure)
        {
            return failure.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError
                ? new SendResult.TryLater("geen-verbinding")
                : new SendResult.Unknown("verbinding-verbroken");
        }
    }

    /// <summary>Returns the mail in SendGrid's format, with click and open tracking off.</summary>
    public static SendGridMessage MessageOf(Mail mail)
    {
        var message = new SendGridMessage
        {
            From = new SendGridAddress(mail.From.Address.Value, mail.From.Name),
            ReplyTo = new SendGridAddress(mail.ReplyTo.Address.Value, mail.ReplyTo.Name),
            Subject = mail.Subject,
            PlainTextContent = mail.Text,
            HtmlContent = mail.Html,
            Headers = new Dictionary<string, string>(mail.Headers) { ["Message-ID"] = mail.MessageId },
            Categories = [.. mail.Categories],
            CustomArgs = new Dictionary<string, string>(mail.CustomArgs),
        };
        message.AddTo(new SendGridAddress(mail.To.Value));
        message.SetClickTracking(false, false);
        message.SetOpenTracking(false);
        return message;
    }

    private SendResult ResultOf(Response response) => (int)response.StatusCode switch
    {
        >= 200 and < 300 =>
            new SendResult.Accepted(response.Headers.TryGetValues(ProviderId, out var ids) ? ids.First() : null),
        401 or 403 => new SendResult.Stopped($"sendgrid-{(int)response.StatusCode}"),
        408 or 429 or >= 500 => new SendResult.TryLater($"sendgrid-{(int)response.StatusCode}", WaitOf(response)),
        var status => new SendResult.Refused($"sendgrid-{status}"),
    };

    /// <summary>Returns the requested delay: <c>Retry-After</c>, or at 429 the reset of the limit.</summary>
    private TimeSpan? WaitOf(Response response)
    {
        var now = clock.GetUtcNow();
        if (response.Headers.RetryAfter is { } retry)
        {
            return Positive(retry.Delta ?? (retry.Date - now));
        }

        return response.StatusCode == HttpStatusCode.TooManyRequests
            && response.Headers.TryGetValues(RateLimitReset, out var values)
            && long.TryParse(values.First(), CultureInfo.InvariantCulture, out var seconds) && seconds is > 0
            and < 253_402_300_800
            ? Positive(DateTimeOffset.FromUnixTimeSeconds(seconds) - now)
            : null;
    }

    private static TimeSpan? Positive(TimeSpan? wait) => wait is { Ticks: > 0 } ? wait : null;
}
