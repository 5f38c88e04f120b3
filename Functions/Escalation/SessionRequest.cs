using System.Text.Json.Serialization;

namespace RegelLoket.Escalation;

public sealed record SessionRequest
{
    [JsonPropertyName("toegangscode")]
    public required string AccessCode { get; init; }
}
