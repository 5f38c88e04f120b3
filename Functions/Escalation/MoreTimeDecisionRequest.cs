using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>Decides on a ministry's request for more time.</summary>
public sealed record MoreTimeDecisionRequest
{
    [JsonPropertyName("ministerie")]
    public required Ministry Ministry { get; init; }

    [JsonPropertyName("toegekend")]
    public required bool Granted { get; init; }

    /// <summary>A day other than the one that the ministry asked for.</summary>
    [JsonPropertyName("reactieVoor")]
    public DateOnly? ReplyBefore { get; init; }
}
