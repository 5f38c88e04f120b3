using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace RegelLoket.Notifications;

/// <summary>Sends through the organisation's own mail server.</summary>
public sealed class SmtpSender(IOptions<SmtpOptions> options) : IMailSender
{
    private const string NoAnswer = "geen-antwoord-op-tijd";
    private const string NoConnection = "geen-verbinding";
    private const string BrokenConnection = "verbinding-verbroken";

    public async Task<SendResult> SendAsync(Mail mail, CancellationToken cancellation)
    {
        using var client = new SmtpClient { CheckCertificateRevocation = options.Value.CheckRevocation };
        using var message = MessageOf(mail);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(options.Value.Timeout);
        if (await OpenAsync(client, timeout.Token, cancellation) is { } notNow)
        {
            return notNow;
        }

        var result = await HandOverAsync(client, message, timeout.Token, cancellation);
        await CloseAsync(client, timeout.Token, cancellation);
        return result;
    }

    /// <summary>Connects and signs in; a failure means that no mail was sent. Null when the server is ready.</summary>
    private async Task<SendResult?> OpenAsync(SmtpClient client, CancellationToken inTime, CancellationToken cancellation)
    {
        var server = options.Value;
        try
        {
            await client.ConnectAsync(server.Host, server.Port, OptionsOf(server.SecurityInUse), inTime);
            if (server.User.Length > 0)
            {
                await client.AuthenticateAsync(server.User, server.Password, inTime);
            }

            return null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new SendResult.TryLater(NoConnection);
        }
        catch (AuthenticationException)
        {
            return new SendResult.Stopped("smtp-535");
        }
        catch (SmtpCommandException refusal)
        {
            return ResultOf(refusal) is SendResult.Refused { Fault: var fault } ? new SendResult.Stopped(fault)
                : ResultOf(refusal);
        }
        catch (NotSupportedException)
        {
            return new SendResult.TryLater("geen-versleuteling-of-aanmelding");
        }
        catch (Exception failure) when (failure is SocketException or IOException or ProtocolException
            or SslHandshakeException)
        {
            return new SendResult.TryLater(NoConnection);
        }
    }

    private static async Task<SendResult> HandOverAsync(SmtpClient client, MimeMessage message, CancellationToken inTime,
        CancellationToken cancellation)
    {
        try
        {
            await client.SendAsync(message, inTime);
            return new SendResult.Accepted(message.MessageId);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new SendResult.Unknown(NoAnswer);
        }
        catch (ServiceNotAuthenticatedException)
        {
            return new SendResult.Stopped("smtp-530");
        }
        catch (SmtpCommandException refusal)
        {
            return ResultOf(refusal);
        }
        catch (Exception failure) when (failure is IOException or ProtocolException or ServiceNotConnectedException)
        {
            return new SendResult.Unknown(BrokenConnection);
        }
    }

    /// <summary>Ends the session; a failure changes nothing, since the server has responded on the mail.</summary>
    private static async Task CloseAsync(SmtpClient client, CancellationToken inTime, CancellationToken cancellation)
    {
        try
        {
            await client.DisconnectAsync(quit: true, inTime);
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException or ProtocolException
            or CommandException
            && !cancellation.IsCancellationRequested)
        {
        }
    }

    private static SecureSocketOptions OptionsOf(SmtpSecurity security) => security switch
    {
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    private static MimeMessage MessageOf(Mail mail)
    {
        var message = new MimeMessage { Subject = mail.Subject, MessageId = mail.MessageId };
        message.From.Add(new MailboxAddress(mail.From.Name, mail.From.Address.Value));
        message.ReplyTo.Add(new MailboxAddress(mail.ReplyTo.Name, mail.ReplyTo.Address.Value));
        message.To.Add(new MailboxAddress(name: null, mail.To.Value));
        foreach (var (name, value) in mail.Headers)
        {
            message.Headers.Add(name, value);
        }

        // The plain text comes first: a mail program shows the last alternative that it supports.
        message.Body =
            new MultipartAlternative { new TextPart("plain") { Text = mail.Text }, new TextPart("html") { Text = mail.Html } };
        return message;
    }

    private static SendResult ResultOf(SmtpCommandException refusal) => (int)refusal.StatusCode switch
    {
        var status and (530 or 534 or 535 or 538) => new SendResult.Stopped($"smtp-{status}"),
        var status and >= 500 when IsOfTheAddress(refusal) => new SendResult.Returned($"smtp-{status}"),
        var status and >= 500 => new SendResult.Refused($"smtp-{status}"),
        var status => new SendResult.TryLater($"smtp-{status}"),
    };

    /// <summary>
    /// Whether the server refused the recipient, and not for a reason of policy (RFC 3463, class 5.7), which says more of
    /// the desk than of the mailbox.
    /// </summary>
    private static bool IsOfTheAddress(SmtpCommandException refusal) =>
        refusal.ErrorCode == SmtpErrorCode.RecipientNotAccepted
        && !refusal.Message.StartsWith("5.7.", StringComparison.Ordinal);
}
