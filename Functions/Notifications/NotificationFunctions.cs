using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace RegelLoket.Notifications;

/// <summary>Handles the queue of mails, and messages that repeatedly fail.</summary>
public sealed class NotificationFunctions(MailDispatch dispatch, ILogger<NotificationFunctions> log)
{
    [Function(nameof(SendMail))]
    public Task SendMail([QueueTrigger(Outbox.QueueName)] string message, CancellationToken cancellation)
    {
        var mail = OutboxMessage.Parse(message);
        return dispatch.SendAsync(mail.Number, mail.Key, mail.Planned, cancellation);
    }

    [Function(nameof(GiveUpMail))]
    public async Task GiveUpMail([QueueTrigger(Outbox.QueueName + "-poison")] string message, CancellationToken cancellation)
    {
        var mail = OutboxMessage.Parse(message);
        log.LogError("Mail {Key} of case {Case} could not be processed.", mail.Key, mail.Case);
        await dispatch.GiveUpAsync(mail.Number, mail.Key, cancellation);
    }
}
