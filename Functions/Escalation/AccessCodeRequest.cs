using System.Text.Json.Serialization;

namespace RegelLoket.Escalation;

public sealed record AccessCodeRequest
{
    [JsonPropertyName("email")]
    public required string Email { get; init; }
}
