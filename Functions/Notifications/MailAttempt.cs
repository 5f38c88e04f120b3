using System.Security.Cryptography;
using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>What an attempt to send makes of a mail, as pure functions: the claim before it and the state after it.</summary>
internal static class MailAttempt
{
    /// <summary>The fault of a mail of which nobody knows whether it went.</summary>
    public const string UncertainFault = "onzeker-verzonden";

    /// <summary>Once uncertain may mean one double; a second time is left to a person.</summary>
    private const int MostUncertain = 1;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);

    /// <summary>
    /// The mail claimed by one sender. One that was claimed before is uncertain, since its sender never recorded an end: it is sent once
    /// more with the same Message-ID.
    /// </summary>
    public static OutboxEntry Claimed(OutboxEntry entry, DateTimeOffset now, TimeSpan claim) => entry with
    {
        State = MailState.Sending,
        Uncertain = entry.Uncertain + (entry.State == MailState.Sending ? 1 : 0),
        Attempts = entry.Attempts + 1,
        ClaimedUntil = now + claim,
        NextAttemptAt = null,
    };

    /// <summary>A mail whose sender died, as failed where that makes it uncertain too often; null where it may be sent once more.</summary>
    public static OutboxEntry? OrFailed(OutboxEntry claimed) => claimed.Uncertain < MostUncertain ? null : Failed(claimed, UncertainFault);

    /// <summary>The claimed mail after the mail service answered.</summary>
    public static OutboxEntry After(
        OutboxEntry claimed, SendResult result, DateTimeOffset now, NotificationOptions options) => result switch
        {
            SendResult.Accepted accepted =>
                claimed with { State = MailState.Sent, SentAt = now, ProviderId = accepted.ProviderId, Fault = null, ClaimedUntil = null },
            SendResult.Unknown unknown when claimed.Uncertain < MostUncertain =>
                Later(claimed with { Uncertain = claimed.Uncertain + 1 }, unknown.Fault, now + DelayBefore(claimed.Attempts, asked: null)),
            SendResult.Unknown => Failed(claimed, UncertainFault),
            SendResult.TryLater later when claimed.Attempts < options.MaximumAttempts =>
                Later(claimed, later.Fault, now + DelayBefore(claimed.Attempts, later.After)),
            SendResult.TryLater later => Failed(claimed, later.Fault),
            SendResult.Refused refused => Failed(claimed, refused.Fault),
            SendResult.Stopped stopped => Later(claimed with { Attempts = claimed.Attempts - 1 }, stopped.Fault, now + options.Pause),
            _ => throw new InvalidOperationException($"A sender does not answer {result.GetType().Name}."),
        };

    /// <summary>
    /// The mail as it is stored now, in the state after an attempt. A delivery report that came meanwhile proves more than the
    /// attempt; null where another attempt has begun or ended it.
    /// </summary>
    public static OutboxEntry? Settled(OutboxEntry stored, OutboxEntry before, OutboxEntry after) =>
        stored.Attempts != before.Attempts ? null
        : !stored.Deliveries.IsEmpty
            ? stored with { SentAt = after.SentAt, ProviderId = after.ProviderId, ClaimedUntil = null, NextAttemptAt = null }
        : stored.HasEnded ? null
        : after with { Tag = stored.Tag, IsMarked = stored.IsMarked };

    /// <summary>The wait that the service asks for, or one twice as long each time; up to a half longer, to spread the mails.</summary>
    public static TimeSpan DelayBefore(int attempts, TimeSpan? asked)
    {
        var delay = asked ?? TimeSpan.FromTicks(Math.Min(LongestDelay.Ticks, FirstDelay.Ticks << Math.Min(attempts - 1, 10)));
        return delay + (delay * (RandomNumberGenerator.GetInt32(0, 500) / 1000.0));
    }

    /// <summary>The mail left to a person.</summary>
    public static OutboxEntry Failed(OutboxEntry entry, string fault) =>
        entry with { State = MailState.Failed, Fault = fault, ClaimedUntil = null, NextAttemptAt = null };

    private static OutboxEntry Later(OutboxEntry entry, string fault, DateTimeOffset next) =>
        entry with { State = MailState.Planned, Fault = fault, ClaimedUntil = null, NextAttemptAt = next };
}
