using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;

namespace RegelLoket.Notifications;

/// <summary>Sends through a mail server of the organisation's own, with STARTTLS. See the decision in docs/mail.md on the client.</summary>
public sealed class SmtpSender(IOptions<SmtpOptions> options) : IMailSender
{
    public async Task<SendResult> SendAsync(Mail mail, CancellationToken cancellation)
    {
        var server = options.Value;
        using var client = new SmtpClient(server.Host, server.Port)
        {
            EnableSsl = server.StartTls,
            UseDefaultCredentials = false,
            Credentials = server.User.Length > 0 ? new NetworkCredential(server.User, server.Password) : null,
        };
        using var message = MessageOf(mail);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(server.Timeout);
        try
        {
            await client.SendMailAsync(message, timeout.Token);
            return new SendResult.Accepted(mail.MessageId);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new SendResult.Unknown("geen-antwoord-op-tijd");
        }
        catch (SmtpException failure)
        {
            return ResultOf(failure);
        }
    }

    private static MailMessage MessageOf(Mail mail)
    {
        var message = new MailMessage
        {
            From = new MailAddress(mail.From.Address.Value, mail.From.Name, Encoding.UTF8),
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.To.Add(new MailAddress(mail.To.Value));
        message.ReplyToList.Add(new MailAddress(mail.ReplyTo.Address.Value, mail.ReplyTo.Name, Encoding.UTF8));
        message.Headers.Add("Message-ID", mail.MessageId);
        foreach (var (name, value) in mail.Headers)
        {
            message.Headers.Add(name, value);
        }

        // The plain text comes first: a reader shows the last alternative that it knows.
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(mail.Text, Encoding.UTF8, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(mail.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        return message;
    }

    private static SendResult ResultOf(SmtpException failure) => ((int)failure.StatusCode, failure.InnerException) switch
    {
        (_, SocketException or System.Security.Authentication.AuthenticationException) => new SendResult.TryLater("geen-verbinding"),
        (_, IOException) => new SendResult.Unknown("verbinding-verbroken"),
        (530 or 534 or 535 or 538, _) => new SendResult.Stopped($"smtp-{(int)failure.StatusCode}"),
        ( >= 500, _) => new SendResult.Refused($"smtp-{(int)failure.StatusCode}"),
        (var status, _) => new SendResult.TryLater($"smtp-{status}"),
    };
}
