using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using RegelLoket.Storage;

namespace RegelLoket.Notifications;

/// <summary>Handles the queue of mails, and messages that repeatedly fail.</summary>
public sealed class NotificationFunctions(
    MailDispatch dispatch, Outbox outbox, TimeProvider clock, ILogger<NotificationFunctions> log)
{
    /// <summary>The age up to which a mail is assumed to be in progress.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(5);

    [Function(nameof(SendMail))]
    public Task SendMail([QueueTrigger(Outbox.QueueName)] string message, CancellationToken cancellation)
    {
        var mail = OutboxMessage.Parse(message);
        return dispatch.SendAsync(mail.Number, mail.Key, mail.Planned, cancellation);
    }

    /// <summary>Wakes, every ten minutes, the mails whose message was lost or whose sender died.</summary>
    [Function(nameof(ReconcileMails))]
    public async Task ReconcileMails([TimerTrigger("0 5/10 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        await ReconcilerRound.RunAsync(log, outbox.RepairsAsync(clock.GetUtcNow() - OnItsWay, cancellation), cancellation);
    }

    [Function(nameof(GiveUpMail))]
    public async Task GiveUpMail([QueueTrigger(Outbox.QueueName + "-poison")] string message, CancellationToken cancellation)
    {
        var mail = OutboxMessage.Parse(message);
        log.LogError("Mail {Key} of case {Case} could not be processed.", mail.Key, mail.Case);
        await dispatch.GiveUpAsync(mail.Number, mail.Key, cancellation);
    }
}
