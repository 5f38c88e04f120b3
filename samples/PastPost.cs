using RegelLoket.Notifications;

namespace RegelLoket.Demo;

/// <summary>
/// Keeps the mails of long ago out of the mailbox: they were sent and read then. The last ones do come, so that whoever plays a reporter or
/// a ministry finds the links of what is under way.
/// </summary>
internal sealed class PastPost(IMailSender service, DemoClock clock) : IMailSender
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    public Task<SendResult> SendAsync(Mail mail, CancellationToken cancellation) => clock.GetUtcNow() > clock.Desk - Kept
        ? service.SendAsync(mail, cancellation)
        : Task.FromResult<SendResult>(new SendResult.Accepted(ProviderId: null));
}
