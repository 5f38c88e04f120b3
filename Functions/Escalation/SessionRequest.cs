using System.Text.Json.Serialization;

namespace RegelLoket.Escalation;

/// <summary>The code that was mailed to a colleague of the ministry, for access to the question.</summary>
public sealed record SessionRequest
{
    [JsonPropertyName("toegangscode")]
    public required string AccessCode { get; init; }
}
