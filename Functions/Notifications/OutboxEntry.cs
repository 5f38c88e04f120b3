using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Azure;
using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>A mail in the outbox: what was planned and what came of it.</summary>
public sealed record OutboxEntry
{
    public required PlannedMail Mail { get; init; }

    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>The <c>traceparent</c> of what planned it; sending goes on in that trace.</summary>
    public string? Trace { get; init; }

    public MailState State { get; init; }

    /// <summary>When the claim of its sender expires.</summary>
    public DateTimeOffset? ClaimedUntil { get; init; }

    /// <summary>How often sending was begun.</summary>
    public int Attempts { get; init; }

    /// <summary>
    /// How often nobody knows whether the service took it: its answer did not come, or the sender died before recording it.
    /// </summary>
    public int Uncertain { get; init; }

    /// <summary>The next attempt, after one that failed.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The id that the mail service gave.</summary>
    public string? ProviderId { get; init; }

    /// <summary>Why it failed, in a word of our own; never what a server said about an address.</summary>
    public string? Fault { get; init; }

    /// <summary>The mail domain of one that belongs to no case and did not arrive; nothing else of its address is kept.</summary>
    public string? Domain { get; init; }

    /// <summary>Who settled a mail that did not arrive in another way, and when.</summary>
    public string? HandledBy { get; init; }

    public DateTimeOffset? HandledAt { get; init; }

    /// <summary>What the mail service reported on its delivery, each report once.</summary>
    public ImmutableArray<DeliveryReport> Deliveries { get; init; } = [];

    /// <summary>The stored form that this is, so that a change needs no second reading; none for one that was not stored yet.</summary>
    [JsonIgnore]
    internal ETag? Tag { get; init; }

    /// <summary>Whether a marker of it is known to exist.</summary>
    [JsonIgnore]
    internal bool IsMarked { get; init; }

    /// <summary>Whether nothing is to be sent any more.</summary>
    [JsonIgnore]
    public bool HasEnded => State is not (MailState.Planned or MailState.Sending);

    /// <summary>The moment before which nobody may send it: the end of a sender's claim, or the next attempt.</summary>
    [JsonIgnore]
    public DateTimeOffset? WaitsUntil => State == MailState.Sending ? ClaimedUntil : NextAttemptAt;

    /// <summary>Whether it has not ended or needs manual attention.</summary>
    [JsonIgnore]
    public bool IsOpen => !HasEnded || (IsTrouble && HandledAt is null);

    /// <summary>Whether it did not arrive, as far as anybody knows.</summary>
    [JsonIgnore]
    public bool IsTrouble => State.IsTrouble();
}
