using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Azure;
using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>A mail in the outbox: its plan and its state.</summary>
public sealed record OutboxEntry
{
    public required PlannedMail Mail { get; init; }

    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>The <c>traceparent</c> of the cause; sending continues that trace.</summary>
    public string? Trace { get; init; }

    public MailState State { get; init; }

    /// <summary>The moment at which the claim of its sender expires.</summary>
    public DateTimeOffset? ClaimedUntil { get; init; }

    /// <summary>The number of attempts to send it.</summary>
    public int Attempts { get; init; }

    /// <summary>The number of attempts without a known result: no response, or a dead sender.</summary>
    public int Uncertain { get; init; }

    /// <summary>The moment of the next attempt, after one that failed.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The id that the mail service returned.</summary>
    public string? ProviderId { get; init; }

    /// <summary>The reason of the failure, as a code of our own; never a server's text about an address.</summary>
    public string? Fault { get; init; }

    /// <summary>The mail domain of an undelivered mail without a case; the rest of its address is not stored.</summary>
    public string? Domain { get; init; }

    /// <summary>The colleague who settled an undelivered mail in another way.</summary>
    public string? HandledBy { get; init; }

    public DateTimeOffset? HandledAt { get; init; }

    /// <summary>The delivery reports of the mail service, each once.</summary>
    public ImmutableArray<DeliveryReport> Deliveries { get; init; } = [];

    /// <summary>The ETag as read, so that a change needs no second read; none for one that is not stored.</summary>
    [JsonIgnore]
    internal ETag? Tag { get; init; }

    /// <summary>Whether its marker is known to exist.</summary>
    [JsonIgnore]
    internal bool IsMarked { get; init; }

    /// <summary>Whether no attempt to send it is left.</summary>
    [JsonIgnore]
    public bool HasEnded => State is not (MailState.Planned or MailState.Sending);

    /// <summary>The moment before which no sender may take it: the end of a claim, or the next attempt.</summary>
    [JsonIgnore]
    public DateTimeOffset? WaitsUntil => State == MailState.Sending ? ClaimedUntil : NextAttemptAt;

    /// <summary>Whether it is pending or needs manual attention.</summary>
    [JsonIgnore]
    public bool IsOpen => !HasEnded || (IsTrouble && HandledAt is null);

    /// <summary>Whether it did not arrive, as far as is known.</summary>
    [JsonIgnore]
    public bool IsTrouble => State.IsTrouble();
}
