using System.Text.Json.Serialization;

namespace RegelLoket.Escalation;

public sealed record OverviewRequest
{
    /// <summary>The fragment of the mailed link.</summary>
    [JsonPropertyName("aanmeldcode")]
    public required string Code { get; init; }
}
