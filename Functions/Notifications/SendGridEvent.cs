using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>The used fields of one SendGrid report; our own arguments are returned next to SendGrid's fields.</summary>
internal sealed record SendGridEvent
{
    [JsonPropertyName("event")]
    public string? Event { get; init; }

    /// <summary>The kind of a bounce: <c>bounce</c> is about the address, <c>blocked</c> about this mail only.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("sg_event_id")]
    public string? Id { get; init; }

    [JsonPropertyName("timestamp")]
    public long Timestamp { get; init; }

    /// <summary>The address that it is about, which is not needed for a mail of a case.</summary>
    [JsonPropertyName("email")]
    public string? Address { get; init; }

    [JsonPropertyName("zaaknummer")]
    public string? Case { get; init; }

    [JsonPropertyName("outboxId")]
    public string? Key { get; init; }

    public MailState? State => Event switch
    {
        "delivered" => MailState.Delivered,
        "deferred" => MailState.Deferred,
        "bounce" when Type == "blocked" => MailState.Blocked,
        "bounce" => MailState.Bounced,
        "dropped" => MailState.Dropped,
        "spamreport" => MailState.ReportedAsSpam,
        _ => null,
    };
}
