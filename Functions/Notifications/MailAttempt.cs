using System.Security.Cryptography;
using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>The state changes of a mail around an attempt to send it, as pure functions.</summary>
internal static class MailAttempt
{
    /// <summary>The fault of a mail that may or may not have been sent.</summary>
    public const string UncertainFault = "onzeker-verzonden";

    /// <summary>The maximum number of uncertain attempts: one risks a duplicate; after that a person decides.</summary>
    private const int MostUncertain = 1;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);

    /// <summary>
    /// Returns the mail claimed by one sender. One that was claimed before is uncertain, since its sender recorded no
    /// result; it is sent once more with the same Message-ID.
    /// </summary>
    public static OutboxEntry Claimed(OutboxEntry entry, DateTimeOffset now, TimeSpan claim) => entry with
    {
        State = MailState.Sending,
        Uncertain = entry.Uncertain + (entry.State == MailState.Sending ? 1 : 0),
        Attempts = entry.Attempts + 1,
        ClaimedUntil = now + claim,
        NextAttemptAt = null,
    };

    /// <summary>Returns a dead sender's mail as failed when it is too often uncertain; null for one more try.</summary>
    public static OutboxEntry? OrFailed(OutboxEntry claimed) =>
        claimed.Uncertain < MostUncertain ? null : Failed(claimed, UncertainFault);

    /// <summary>Returns the claimed mail after the mail service responded.</summary>
    public static OutboxEntry After(
        OutboxEntry claimed, SendResult result, DateTimeOffset now, NotificationOptions options) => result switch
        {
            SendResult.Accepted accepted =>
                claimed with { State = MailState.Sent, SentAt = now, ProviderId = accepted.ProviderId, Fault = null, ClaimedUntil = null },
            SendResult.Unknown unknown when claimed.Uncertain < MostUncertain =>
                Later(claimed with { Uncertain = claimed.Uncertain + 1 }, unknown.Fault, now
                    + DelayBefore(claimed.Attempts, asked: null)),
            SendResult.Unknown => Failed(claimed, UncertainFault),
            SendResult.TryLater later when claimed.Attempts < options.MaximumAttempts =>
                Later(claimed, later.Fault, now + DelayBefore(claimed.Attempts, later.After)),
            SendResult.TryLater later => Failed(claimed, later.Fault),
            SendResult.Refused refused => Failed(claimed, refused.Fault),
            SendResult.Returned returned => Failed(claimed, returned.Fault) with { State = MailState.Bounced },
            SendResult.Stopped stopped =>
                Later(claimed with { Attempts = claimed.Attempts - 1 }, stopped.Fault, now + options.Pause),
            _ => throw new InvalidOperationException($"A sender does not answer {result.GetType().Name}."),
        };

    /// <summary>
    /// Returns the stored mail in the state after an attempt. A delivery report that came meanwhile outranks the
    /// attempt; null when another attempt has begun or ended it.
    /// </summary>
    public static OutboxEntry? Settled(OutboxEntry stored, OutboxEntry before, OutboxEntry after) =>
        stored.Attempts != before.Attempts ? null
        : !stored.Deliveries.IsEmpty
            ? stored with { SentAt = after.SentAt, ProviderId = after.ProviderId, ClaimedUntil = null, NextAttemptAt = null }
        : stored.HasEnded ? null
        : after with { Tag = stored.Tag, IsMarked = stored.IsMarked };

    /// <summary>
    /// Returns the delay before the next attempt: the one that the service asks for, or an exponential back-off; up to
    /// a half longer, to spread the mails.
    /// </summary>
    public static TimeSpan DelayBefore(int attempts, TimeSpan? asked)
    {
        var delay = asked ?? TimeSpan.FromTicks(Math.Min(LongestDelay.Ticks, FirstDelay.Ticks << Math.Min(attempts - 1, 10)));
        return delay + (delay * (RandomNumberGenerator.GetInt32(0, 500) / 1000.0));
    }

    /// <summary>Returns the mail as failed, for manual attention.</summary>
    public static OutboxEntry Failed(OutboxEntry entry, string fault) =>
        entry with { State = MailState.Failed, Fault = fault, ClaimedUntil = null, NextAttemptAt = null };

    private static OutboxEntry Later(OutboxEntry entry, string fault, DateTimeOffset next) =>
        entry with { State = MailState.Planned, Fault = fault, ClaimedUntil = null, NextAttemptAt = next };
}
