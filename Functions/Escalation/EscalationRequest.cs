using System.Text.Json.Serialization;

namespace RegelLoket.Escalation;

/// <summary>Asks one or more ministries.</summary>
public sealed record EscalationRequest
{
    [JsonPropertyName("ministeries")]
    public required IReadOnlyList<MinistryQuestion> Ministries { get; init; }
}
