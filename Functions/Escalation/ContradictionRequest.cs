using System.Text.Json.Serialization;

namespace RegelLoket.Escalation;

/// <summary>An explanation of how contradicting answers fit together, in one line.</summary>
public sealed record ContradictionRequest
{
    [JsonPropertyName("toelichting")]
    public required string Explanation { get; init; }
}
