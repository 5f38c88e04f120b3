namespace RegelLoket.Notifications;

/// <summary>Hands mails to whatever carries them.</summary>
public interface IMailSender
{
    Task<SendResult> SendAsync(Mail mail, CancellationToken cancellation);
}
