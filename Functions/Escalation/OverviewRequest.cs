using System.Text.Json.Serialization;

namespace RegelLoket.Escalation;

/// <summary>The code of a link to all questions to a ministry.</summary>
public sealed record OverviewRequest
{
    /// <summary>The fragment of the mailed link.</summary>
    [JsonPropertyName("aanmeldcode")]
    public required string Code { get; init; }
}
