using System.Text.Json.Serialization;

namespace RegelLoket.Escalation;

/// <summary>The address of a colleague of the ministry to which a code or a link is mailed.</summary>
public sealed record AccessCodeRequest
{
    [JsonPropertyName("email")]
    public required string Email { get; init; }
}
