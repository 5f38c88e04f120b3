using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>The queue of mails, and what happens to a mail that cannot be processed at all.</summary>
public sealed class NotificationFunctions(MailDispatch dispatch, ILogger<NotificationFunctions> log)
{
    [Function(nameof(SendMail))]
    public Task SendMail([QueueTrigger(Outbox.QueueName)] string message, CancellationToken cancellation)
    {
        var mail = OutboxMessage.Parse(message);
        return dispatch.SendAsync(CaseNumber.Parse(mail.Case), mail.Key, cancellation);
    }

    [Function(nameof(GiveUpMail))]
    public async Task GiveUpMail([QueueTrigger(Outbox.QueueName + "-poison")] string message, CancellationToken cancellation)
    {
        var mail = OutboxMessage.Parse(message);
        log.LogError("Mail {Key} of case {Case} could not be processed.", mail.Key, mail.Case);
        await dispatch.GiveUpAsync(CaseNumber.Parse(mail.Case), mail.Key, cancellation);
    }
}
