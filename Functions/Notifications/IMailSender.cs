namespace RegelLoket.Notifications;

/// <summary>Hands mails to the mail service.</summary>
public interface IMailSender
{
    Task<SendResult> SendAsync(Mail mail, CancellationToken cancellation);
}
